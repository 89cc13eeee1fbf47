// The arrows of the house. Each rule carries its reason; an exception is a change of the house and belongs
// in docs/decisions, not in this file alone.

// Registers at the bottom, money above the ledger, reviews on top: a module may use those listed for it.
const below = {
  accounts: ["unions"],
  attachments: [],
  audit: [],
  calendar: [],
  messages: ["unions"],
  unions: ["notices"],
  workers: ["unions", "notices"],
  notices: ["unions"],
  ledger: ["unions", "notices"],
  budget: ["ledger", "unions", "notices"],
  spending: ["budget", "ledger", "workers", "unions", "notices", "attachments"],
  contributions: ["ledger", "unions", "notices"],
  hardship: ["workers", "unions", "notices", "attachments"],
  "mutual-aid": ["workers", "unions", "notices", "attachments"],
  "warmth-fund": ["workers", "unions", "notices", "attachments"],
  activities: ["workers", "unions", "notices"],
  "model-workers": ["workers", "unions", "notices", "attachments"],
  venues: ["workers", "unions", "notices"],
  visits: ["workers", "unions", "notices"],
  training: ["workers", "unions", "notices"],
};
// What every module may use, and what only assembles others and is therefore free to read them all.
const common = ["core", "server", "policy", "exchange", "policies", "messages", "calendar"];
const assemblers = ["fund-review", "desk"];

const moduleArrows = Object.entries(below).map(([name, allowed]) => ({
  name: `arrow-of-${name}`,
  comment: `模块 ${name} 只能向下依赖：${[...allowed, ...common].join("、")}；箭头要朝上时，说明该事实属于更低的模块`,
  severity: "error",
  from: { path: `^lib/${name}/` },
  to: { path: "^lib/[^/]+/", pathNot: `^lib/(${[name, ...allowed, ...common].join("|")})/` },
}));

module.exports = {
  forbidden: [
    {
      name: "arrow-of-policies",
      comment: "政策依据页汇总各模块的规则条文（rules/），不读它们的数据；各模块反过来用它的参数和结论",
      severity: "error",
      from: { path: "^lib/policies/" },
      to: {
        path: "^lib/[^/]+/",
        pathNot: `^lib/(policies|core|server|policy|exchange)/|^lib/[^/]+/(rules|facts)/|^lib/spending/types-of-spending`,
      },
    },
    {
      name: "no-cycles",
      comment: "互相依赖的文件不能分开理解，也不能分开删除",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "core-imports-nothing-of-ours",
      comment: "lib/core 是词汇表，在浏览器和服务器上都能运行，不认识任何业务",
      severity: "error",
      from: { path: "^lib/core/" },
      to: { path: "^(app|components|generated|prisma|scripts|lib/(?!core/))" },
    },
    {
      name: "components-know-no-domain",
      comment: "components 应能放进另一个产品：只能依赖 lib/core",
      severity: "error",
      from: { path: "^components/" },
      to: { path: "^(app|generated|prisma|scripts|lib/(?!core/))" },
    },
    {
      name: "lib-never-imports-screens",
      comment: "规则不能依赖画面：导入任务、接口和测试没有画面",
      severity: "error",
      from: { path: "^lib/" },
      to: { path: "^(app|components)/" },
    },
    {
      name: "database-only-behind-the-gate",
      comment: "只有 lib/server 打开数据库；其他代码拿到的是已限定范围的事务",
      severity: "error",
      from: { path: "^(app|components|lib)/", pathNot: "^lib/server/" },
      to: {
        // The enumerations are plain words; a schema may list them.
        path: "^(generated/prisma/(?!enums)|node_modules/(@prisma|pg|pg-boss)/)",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "sign-in-behind-one-file",
      comment: "next-auth 只在 lib/server/session.ts 和它的路由里出现，换掉它只改一处",
      severity: "error",
      from: { pathNot: "^(lib/server/session\\.ts|app/api/auth/|node_modules/)" },
      to: { path: "^node_modules/next-auth/" },
    },
    {
      name: "policy-knows-no-module",
      comment: "规则引擎服务所有模块，因此不能认识其中任何一个",
      severity: "error",
      from: { path: "^lib/policy/" },
      to: { path: "^lib/(?!core/|policy/|server/|exchange/)[^/]+/" },
    },
    {
      name: "gate-knows-no-module",
      comment: "门不认识门后的房间；命令和查询在 lib/catalogue.ts 里登记",
      severity: "error",
      from: { path: "^lib/(server|exchange)/" },
      to: { path: `^lib/(${[...Object.keys(below), ...assemblers].join("|")})/` },
    },
    {
      name: "nobody-imports-the-assemblers",
      comment: "经审和工作台汇总其他模块，被汇总的模块不能反过来依赖它们",
      severity: "error",
      from: { path: `^lib/(${Object.keys(below).join("|")})/` },
      to: { path: `^lib/(${assemblers.join("|")})/` },
    },
    {
      name: "product-never-imports-tests-or-scripts",
      comment: "产品代码不能依赖测试和开发脚本，它们不随产品运行",
      severity: "error",
      from: { path: "^(app|components|lib|prisma)/" },
      to: { path: "^(tests|scripts)/" },
    },
    {
      name: "nothing-unresolvable",
      comment: "解析不到的引用会让其余规则看不见它",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    ...moduleArrows,
  ],
  options: {
    doNotFollow: { path: "(node_modules|generated)" },
    exclude: { path: "^(\\.next|\\.data|test-results)/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  },
};
