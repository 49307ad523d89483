"""绍兴：the submissions of the example, and which institutions and places the inputs mean."""
from generator.plan import Audit, Folder, Plan, Sheet

LATER = ("too-little-yue-medicine-talent",)

MAPPING = """mapping: 绍兴市演练报送
files:
  - file: 主要指标/指标监测表*.csv
    table: observation
    wide: {columns: 2020..2025, header: period, value: value, blanks: ignore}
"""

PLAN = Plan(
    name="shaoxing",
    seed=3306,
    roster="roster",
    audits=(
        Audit("met", "2026-03-31", "pass"),
        Audit("short", "2026-03-31", "fail", edits="short.csv"),
        Audit("patchy", "2026-03-31", "not_measured", edits="patchy.csv"),
        Audit("met-2030", "2031-03-31", "pass", inputs="inputs-2030", only=LATER),
        Audit("short-2030", "2031-03-31", "fail", inputs="inputs-2030", edits="short-2030.csv", only=LATER),
        Audit("patchy-2030", "2031-03-31", "not_measured", inputs="inputs-2030", edits="patchy-2030.csv", only=LATER),
    ),
    cover_letter="绍兴市“十四五”规划演练报送",
    mapping=MAPPING,
    folders=(
        Folder("SX007", "绍兴市示例中心血站", ("医疗卫生机构", "科室", "设施", "建设项目", "称号", "制度和服务", "机构年度情况"), period="2025"),
    ),
    sheets=(
        Sheet("地区指标", "主要指标/指标监测表（市本级）.csv", "地区=绍兴市", wide=True, title="绍兴市卫生健康主要指标监测表（2020—2025年）"),
        Sheet("地区指标", "主要指标/指标监测表（各县）.csv", wide=True, headers={"地区": "县（市、区）"}),
        Sheet("医疗卫生机构", "机构/公立机构名录.csv", "举办主体!=社会办", encoding="utf-8-sig", units={"实有床位数": "张"}),
        Sheet("医疗卫生机构", "机构/社会办机构名录.csv", encoding="gb18030", headers={"实有床位数": "开放床位数", "机构类别": "单位类别"},
              note="注：名录为演练用虚构数据。", blank_line=True),
        Sheet("制度和服务", "制度/市级制度和服务清单.csv", "所属地区=绍兴市", encoding="gb18030", headers={"施行日期": "印发日期"}),
        Sheet("制度和服务", "制度/县乡制度和服务清单.csv", "所属地区!=", delimiter=";", headers={"所属地区": "县区"}),
        Sheet("制度和服务", "制度/机构制度和服务清单.csv", encoding="gb18030", headers={"机构代码": "单位代码", "施行日期": "开展日期"}),
        Sheet("称号", "称号/市级称号名册.csv", "所属县区=绍兴市", encoding="gb18030", headers={"授予日期": "命名日期"}),
        Sheet("称号", "称号/县乡称号名册.csv", blank_line=True),
        Sheet("设施", "设施/市级设施清单.csv", "所属县区=绍兴市", encoding="gb18030"),
        Sheet("设施", "设施/县乡设施清单.csv", encoding="gb18030", headers={"所属县区": "所在县区", "启用日期": "投用日期"}),
        Sheet("建设项目", "项目/重点项目表.csv", "项目类别!=村级医疗卫生机构", title="重点建设项目进展表", units={"总投资": "万元"}),
        Sheet("建设项目", "项目/村级机构改扩建.csv", encoding="gb18030", units={"总投资": "万元"}, delimiter="\t"),
        Sheet("医共体", "医共体.json"),
        Sheet("科室", "机构/科室设置.csv", headers={"科室名称": "内设科室"}),
        Sheet("机构年度情况", "机构/机构年报.csv", units={"医疗收入": "万元", "门急诊收入": "元"}, headers={"医疗收入": "业务收入"}),
        Sheet("地区年度情况", "主要指标/地区年报.csv", units={"卫生健康支出": "万元"}, note="注：常住人口为年末数。"),
        Sheet("工作开展", "工作台账.csv", encoding="utf-16"),
        Sheet("人才", "人才.csv", encoding="gb18030"),
        Sheet("急救车辆", "急救车辆台账.csv", headers={"接入指挥网络": "是否入网", "负压救护车": "是否负压"}),
        Sheet("对照数据", "主要指标/对照数据.csv"),
    ),
    selections={
        "各县": "地区: 地区层级=县",
        "市和各县": "地区: 地区层级=市/县",
        "全部地区": "地区:",
        "乡镇街道": "地区: 地区层级=乡镇",
        "建制乡镇": "地区: 乡镇类别=建制乡镇",
        "医院": "医疗卫生机构: 机构类别=医院",
        "公立医院": "医疗卫生机构: 机构类别=医院; 举办主体!=社会办",
        "二级以上公立医院": "医疗卫生机构: 机构类别=医院; 举办主体!=社会办; 等级等次=二级*/三级*",
        "公立综合和中医医院": "医疗卫生机构: 机构类别=医院; 举办主体!=社会办; 医院类别=综合/中医",
        "通过测评的医院": "医疗卫生机构: 机构类别=医院; 行政层级=县级/市级; 等级等次=三级*; 机构名称!=新昌县*",
        "县级医院": "医疗卫生机构: 机构类别=医院; 行政层级=县级; 等级等次=三级*",
        "定点医院": "医疗卫生机构: 机构类别=医院; 等级等次=三级*; 医院类别=综合",
        "二级以上机构": "医疗卫生机构: 等级等次=二级*/三级*",
        "疾控机构": "医疗卫生机构: 机构类别=疾控机构",
        "救治中心所在机构": "医疗卫生机构: 机构代码=SX002/SX005",
        "公立医疗机构": "医疗卫生机构: 机构类别=医院/妇幼保健机构/基层医疗卫生机构; 举办主体!=社会办",
        "基层机构": "医疗卫生机构: 机构类别=基层医疗卫生机构",
        "乡镇卫生院和社区卫生服务中心": "医疗卫生机构: 基层机构类别=乡镇卫生院/社区卫生服务中心",
        "安宁疗护机构": "医疗卫生机构: 机构类别=基层医疗卫生机构; 所属县区=越城区示例镇/柯桥区示例镇/嵊州市示例街道",
        "医共体成员": "医疗卫生机构: 所属医共体!=",
        "成员单位": "医疗卫生机构: 医共体角色=成员单位",
        "非托育机构": "医疗卫生机构: 机构类别!=托育机构",
        "有床位的机构": "医疗卫生机构: 实有床位数!=0/",
    },
)
