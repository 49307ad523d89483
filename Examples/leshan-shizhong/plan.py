"""乐山市市中区：the submissions of the example, and which institutions and places the inputs mean."""
from generator.plan import Audit, Folder, Plan, Sheet

MAPPING = """mapping: 市中区演练报送
files:
  - file: 区级部门/区*指标表（分年）.csv
    table: observation
    wide: {columns: 2020..2025, header: period, value: value, blanks: ignore}
  - file: 机构/绩效和质量指标.csv
    table: institution_observation
    wide: {columns: 2020..2025, header: period, value: value, blanks: ignore}
"""

PLAN = Plan(
    name="leshan-shizhong",
    seed=5111,
    profile="assumed.yaml",
    roster="roster",
    audits=(
        Audit("met", "2026-03-31", "pass"),
        Audit("short", "2026-03-31", "fail", edits="short.csv"),
        Audit("patchy", "2026-03-31", "not_measured", edits="patchy.csv"),
        Audit("none", "2026-03-31", "fail", inputs="inputs-none", edits="none.csv", only=("no-sub-centre",)),
    ),
    cover_letter="市中区“十四五”规划演练报送",
    mapping=MAPPING,
    folders=(
        Folder("LS005", "区妇幼保健院", ("医疗卫生机构", "科室", "人员", "机构年度情况", "设施", "称号", "制度和服务", "工作开展"), period="2025"),
    ),
    sheets=(
        Sheet("地区", "区划/镇街和村社区.csv", "行政区划代码=", encoding="gb18030", headers={"上级地区": "所属上级"}),
        Sheet("地区", "区划/市和区.csv"),
        Sheet("地区指标", "区级部门/区疾控中心指标表（分年）.csv", "数据来源=区疾控中心", wide=True, delimiter=";", headers={"地区": "填报地区"}),
        Sheet("地区指标", "区级部门/区妇幼保健院指标明细.csv", "数据来源=区妇幼保健院", encoding="gb18030", headers={"数值": "指标值", "年度": "统计年度"},
              note="注：各率均按活产或目标人群计算，数据为演练用虚构。"),
        Sheet("地区指标", "区级部门/区医疗保障局指标.json", "数据来源=区医疗保障局"),
        Sheet("地区指标", "区级部门/区卫生健康局指标表（分年）.csv", wide=True, title="市中区卫生健康主要指标（2020—2025年）", blank_line=True),
        Sheet("地区年度情况", "区级部门/年度情况.csv", units={"常住人口": "人", "户籍人口": "人"}, note="注：常住人口为年末数。"),
        Sheet("医疗卫生机构", "机构/医院和疾控机构.csv", "机构类别!=基层医疗卫生机构", encoding="utf-8-sig", units={"实有床位数": "张"}),
        Sheet("医疗卫生机构", "机构/基层机构.csv", title="基层医疗卫生机构名录（2025年末）", headers={"所属县区": "所在地区", "实有床位数": "床位数"}),
        Sheet("机构年度情况", "机构/机构年报.csv", units={"医疗收入": "万元", "医疗服务收入": "万元"}, headers={"医疗收入": "医疗总收入", "药品品种数": "配备药品品种数"}),
        Sheet("机构指标", "机构/绩效和质量指标.csv", wide=True),
        Sheet("科室", "机构/科室设置.json"),
        Sheet("人员", "机构/人员花名册.csv", encoding="gb18030", headers={"职称": "专业技术职称", "岗位类别": "岗位"}),
        Sheet("药品目录", "医共体/药品目录.csv", delimiter="\t", headers={"适用病种": "病种"}),
        Sheet("医共体", "医共体/医共体.json"),
        Sheet("制度和服务", "医共体/医共体制度.csv", "医共体编号!="),
        Sheet("制度和服务", "制度/区级制度和服务清单.csv", "所属地区=市中区", headers={"施行日期": "印发日期", "具体事项": "事项"}),
        Sheet("制度和服务", "制度/镇村制度清单.csv", "所属地区!=", encoding="utf-16", headers={"施行日期": "建立日期"}),
        Sheet("制度和服务", "制度/机构制度和服务清单.csv", headers={"机构代码": "单位代码", "施行日期": "开展日期"}, blank_line=True),
        Sheet("工作开展", "台账/区级工作台账.csv", "所属地区!=", headers={"参加人次": "参加人数"}),
        Sheet("工作开展", "台账/机构检查和自查台账.csv", encoding="gb18030", headers={"开展日期": "检查日期", "机构代码": "单位代码"}),
        Sheet("设施", "台账/设施台账.csv", headers={"建设进度": "设施状态", "启用日期": "投用日期"}),
        Sheet("建设项目", "台账/重点项目.csv", title="市中区卫生健康重点项目进展", units={"总投资": "万元"}, total=("总投资",)),
        Sheet("称号", "台账/称号名册.csv", headers={"授予日期": "命名日期", "称号级别": "级别"}, note="注：撤销后又恢复的，分两行填写。"),
        Sheet("人才", "台账/人才名册.csv", encoding="utf-16"),
    ),
    selections={
        "乡镇街道": "地区: 地区层级=乡镇",
        "村": "地区: 地区层级=村",
        "先开业的医疗机构": "医疗卫生机构: 机构类别=医院/妇幼保健机构/基层医疗卫生机构; 开业日期!=2022*/2023*",
        "先开业的医院和妇幼": "医疗卫生机构: 机构类别=医院/妇幼保健机构; 开业日期!=2022*/2023*",
        "公立医疗机构": "医疗卫生机构: 机构类别=医院/妇幼保健机构/基层医疗卫生机构; 举办主体!=社会办",
        "县级医院和妇幼": "医疗卫生机构: 机构类别=医院/妇幼保健机构; 行政层级=县级",
        "有实验室的县级机构": "医疗卫生机构: 机构类别=医院/妇幼保健机构/疾控机构; 行政层级=县级",
        "二级以上医院和妇幼": "医疗卫生机构: 机构类别=医院/妇幼保健机构; 等级等次=二级*/三级*",
        "卫生院和社区中心": "医疗卫生机构: 基层机构类别=乡镇卫生院/社区卫生服务中心",
        "村卫生室和站": "医疗卫生机构: 基层机构类别=村卫生室/社区卫生服务站",
        "医共体单位": "医疗卫生机构: 医共体角色=牵头单位/成员单位",
        "有床位的医共体单位": "医疗卫生机构: 医共体角色=牵头单位/成员单位; 实有床位数!=0",
    },
)
