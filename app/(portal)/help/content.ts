/** Who does which step of a spending document, and where. */
export const roleSteps = [
  { role: "经办人", step: "填报销单或事前申请，传发票和材料，看结论，提交", place: "报销与支出 → 新建报销" },
  { role: "证明人、验收人", step: "确认活动确实办了、物品确实收到；不能是经办人本人", place: "工作台待办" },
  { role: "会计", step: "审核单据和附件；付款后制单、记账；每月对账、试算", place: "报销与支出、凭证与账簿" },
  { role: "主席", step: "审批；在纸上签了字的，可登记纸质审批并附扫描件", place: "工作台待办" },
  { role: "出纳", step: "付款并登记付款日期、方式；看现金和银行日记账", place: "工作台待办、凭证与账簿" },
  { role: "稽核", step: "复核会计制的凭证；不能是制单人", place: "凭证与账簿" },
  { role: "经审委员", step: "查看单据、凭证、账簿和每条结论的依据，不改账", place: "各栏目" },
  {
    role: "基层工会管理员",
    step: "登记会员、导入名册、维护本会资料和工作餐等本单位标准",
    place: "会员名册、工会组织、政策依据",
  },
  { role: "区总财务部", step: "确认标准、登记答复单、看全区情况", place: "政策依据" },
  { role: "系统管理员", step: "建账号、发一次性激活链接；看不到业务数据", place: "账号与岗位" },
  { role: "安全管理员", step: "授予和收回岗位；不能给自己授", place: "账号与岗位" },
  { role: "日志审计员", step: "查看操作日志，核对日志链", place: "操作日志" },
] as const;

/** What the words of a verdict mean and what to do next. */
export const verdictWords = [
  { word: "通过", meaning: "符合这条规定", next: "不用处理" },
  { word: "说明", meaning: "告诉您一件事，不影响办理", next: "看一眼即可" },
  { word: "提示", meaning: "有风险或接近上限", next: "核对一下，可以提交" },
  { word: "需审批", meaning: "不完全符合，或标准还没有确认", next: "写明理由再提交，主席和经审都能看到" },
  { word: "禁止", meaning: "违反规定", next: "按“怎样才能通过”改好后才能提交" },
  { word: "待补", meaning: "缺少判断需要的内容，不等于通过", next: "按提示补填；补不了的写明理由" },
  { word: "待确认", meaning: "标准等待区总工会确认，最多到需审批", next: "照常填报" },
] as const;
