"""乐清：the submissions of the example, and which institutions and places the inputs mean."""
from generator.plan import Audit, Folder, Plan, Sheet

MAPPING = """mapping: 乐清市演练报送
files:
  - file: 绩效监测/医院绩效监测表.csv
    table: institution_observation
    wide: {columns: 2021..2025, header: period, value: value, blanks: ignore}
"""

PLAN = Plan(
    name="yueqing",
    seed=325600,
    prefix="YQ-",
    profile="assumed.yaml",
    cover_letter="乐清市综合医改演练报送",
    mapping=MAPPING,
    audits=(
        Audit("met", "2026-03-31", "pass"),
        Audit("short", "2026-03-31", "fail", edits="short.csv"),
        Audit("patchy", "2026-03-31", "not_measured", edits="patchy.csv"),
    ),
    folders=(
        Folder("YQ005", "乐清市中医院", ("医疗卫生机构", "科室", "设施", "建设项目", "称号", "制度和服务", "机构年度情况", "人才", "工作开展")),
    ),
    sheets=(
        Sheet("医疗卫生机构", "医疗机构/市级医疗卫生机构.csv", "举办主体=政府办; 行政层级=县级", units={"实有床位数": "张"}, total=("实有床位数",),
              title="乐清市市级医疗卫生机构基本情况（2025年末）"),
        Sheet("医疗卫生机构", "医疗机构/卫生院和社区卫生服务中心.csv", "机构类别=基层医疗卫生机构", encoding="gb18030", headers={"实有床位数": "开放床位数"}),
        Sheet("医疗卫生机构", "医疗机构/社会办医院.csv", delimiter=";", blank_line=True),
        Sheet("机构年度情况", "医疗机构/医院年报.csv", "机构代码=YQ0*", units={"医疗收入": "万元", "住院收入": "元"}, note="注：均为演练用虚构数据。"),
        Sheet("机构年度情况", "医疗机构/卫生院年报.csv", encoding="gb18030", headers={"机构代码": "单位代码"}),
        Sheet("科室", "医疗机构/科室设置表.csv", headers={"科室名称": "内设科室"}),
        Sheet("人员", "基层人员/人员名册.csv", encoding="gb18030", headers={"基层工作年限": "基层服务年限"}),
        Sheet("职称申报", "基层人员/职称申报表.csv"),
        Sheet("医共体", "医共体.json"),
        Sheet("制度和服务", "制度/市级制度清单.csv", "所属地区=乐清市", headers={"施行日期": "印发日期"}),
        Sheet("制度和服务", "制度/镇街和村制度清单.csv", "所属地区!=", delimiter="\t"),
        Sheet("制度和服务", "制度/医共体制度清单.csv", "医共体编号!=", encoding="gb18030", headers={"医共体编号": "医共体", "具体事项": "分项"}),
        Sheet("制度和服务", "制度/机构制度清单.csv", encoding="utf-8-sig", headers={"机构代码": "单位代码"}),
        Sheet("建设项目", "项目/卫生院新改建.csv", "项目类别=卫生院（社区卫生服务中心）", units={"总投资": "万元"}, title="卫生院（社区卫生服务中心）新建改建进度"),
        Sheet("建设项目", "项目/重点项目.csv", headers={"项目进度": "形象进度"}),
        Sheet("设施", "设施和称号/设施清单.csv", encoding="gb18030", headers={"所属县区": "所在县区"}),
        Sheet("称号", "设施和称号/称号名册.csv", headers={"授予日期": "批准日期"}, blank_line=True),
        Sheet("机构指标", "绩效监测/医院绩效监测表.csv", wide=True, title="乐清市公立医院绩效监测（2021—2025年）"),
        Sheet("地区指标", "绩效监测/主要指标.csv", headers={"数值": "指标值"}),
        Sheet("对照数据", "绩效监测/全省平均.csv", encoding="utf-16", headers={"组别": "等级"}),
        Sheet("急救呼叫", "急救/120呼叫记录.csv", encoding="gb18030", headers={"呼叫时间": "来电时间"}),
        Sheet("人才", "人才名册.csv", headers={"入选日期": "认定日期"}),
        Sheet("工作开展", "工作台账.csv", delimiter=";", headers={"活动内容": "内容"}),
    ),
    selections={
        "乡镇街道": "地区: 地区层级=乡镇",
        "建制乡镇": "地区: 乡镇类别=建制乡镇",
        "村": "地区: 地区层级=村",
        "医共体": "医共体:",
        "市级公立医院": "医疗卫生机构: 机构类别=医院/妇幼保健机构; 举办主体=政府办",
        "三级公立医院": "医疗卫生机构: 机构类别=医院; 等级等次=三级*",
        "二级公立医院": "医疗卫生机构: 机构类别=医院/妇幼保健机构; 等级等次=二级*; 举办主体=政府办",
        "二级以上医院": "医疗卫生机构: 机构类别=医院/妇幼保健机构; 等级等次=二级*/三级*",
        "社会办医院": "医疗卫生机构: 机构类别=医院; 举办主体=社会办",
        "牵头医院": "医疗卫生机构: 医共体角色=牵头单位",
        "成员单位": "医疗卫生机构: 医共体角色=成员单位",
        "卫生院和社区中心": "医疗卫生机构: 基层机构类别=乡镇卫生院/社区卫生服务中心",
        "老年友善机构": "医疗卫生机构: 机构类别=医院/妇幼保健机构/基层医疗卫生机构",
    },
)
