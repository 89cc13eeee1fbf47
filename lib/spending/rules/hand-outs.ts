import { hitsIn, type ListHit } from "@/lib/policy/lists";
import { atMost, floorOf, quantity } from "@/lib/policy/quantity";
import {
  type Context,
  check,
  type Outcome,
  pass,
  type Remedy,
  type Rule,
  unknown,
  unless,
} from "@/lib/policy/rule";
import { worstOf } from "@/lib/policy/severity";
import { spendingFacts as facts } from "@/lib/spending/rules/facts";
import {
  formFact,
  type HandOutForm,
  handOutSeverity,
  permittedForm,
} from "@/lib/spending/rules/instrument-matrix";
import { sameAsList } from "@/lib/spending/rules/named-people";

const { instrument, itemNames, purpose, invoiceLineNames, hasItemList, recipients, signed } = facts;
const { signedByOthers, handedOut, amountPerPerson, ytdBirthdayCount } = facts;

const WELFARE_TYPES = ["FESTIVAL", "BIRTHDAY", "MARRIAGE", "BIRTH", "HOSPITAL", "DEATH", "RETIRE"] as const;

// 摘要 of care payments speak of 慰问金 rightly; there the stated form decides and words only where none is stated.
function formOutcome(form: HandOutForm, { type, on }: Context, where?: string): Outcome | null {
  const severity = type === null ? null : handOutSeverity(form, type, on);
  if (type === null || severity === null) return null;
  const label = formFact.display(form);
  if (severity === "PASS") return pass(`发放形式为${label}`);
  const better = permittedForm(type, on);
  const words: Partial<Record<typeof severity, string>> = {
    FORBIDDEN: `${where === undefined ? label : `${where}（${label}）`}属于禁止发放的形式，请更换`,
    APPROVAL: `以${label}发放须经批准，请附依据文件`,
    WARN: `以${label}发放请说明原因`,
  };
  return {
    severity,
    message: words[severity] ?? label,
    remedies: [better === undefined ? { text: "待文件明确后再发放" } : betterForm(better)],
  };
}

function betterForm(form: HandOutForm): Remedy {
  const label = formFact.display(form);
  return { text: `改为${label}`, patch: { instrument: label } };
}

/** Words in the goods or the purpose that name a form of hand-out, as outcomes of the matrix. */
function wordedForms(goods: readonly string[], purposeText: string | undefined, context: Context): Outcome[] {
  const texts = purposeText === undefined ? goods : [...goods, purposeText];
  const hits = hitsIn(texts, context.list("HAND_OUT")).flatMap(({ entry, text }) => {
    const form = formFact.parse(entry.group);
    const outcome = form === null ? null : formOutcome(form, context, `“${text}”`);
    return outcome === null || outcome.severity === "PASS" ? [] : [{ outcome, text, word: entry.word }];
  });
  const words = [...new Set(hits.map(({ word }) => `“${word}”`))].join("、");
  const rest = goods.filter((each) => !hits.some(({ text }) => text === each));
  const remedy: Remedy = { text: `去掉${words}，更换为允许的形式` };
  const patched =
    rest.length === goods.length ? remedy : { ...remedy, patch: { itemNames: itemNames.display(rest) } };
  return hits.map(({ outcome }) => ({ ...outcome, remedies: [patched] }));
}

function gravest(outcomes: readonly Outcome[]): Outcome | null {
  const worst = worstOf(outcomes.map((outcome) => outcome.severity));
  return outcomes.find((outcome) => outcome.severity === worst) ?? null;
}

const wordedForm = check({
  needs: {},
  uses: { itemNames, purpose },
  judge: (known, context) => gravest(wordedForms(known.itemNames ?? [], known.purpose, context)),
});

const forms: Rule = {
  id: "F15",
  title: "不得发放预付卡、购物卡、代金券",
  statement: "不能发放预付卡、购物卡、代金券等；不能发放购物券",
  appliesTo: [
    ...["FESTIVAL", "MARRIAGE", "BIRTH", "RETIRE", "HOSPITAL", "DEATH", "HARDSHIP", "WARMTH"],
    ...["ARTS_SPORTS", "GALA", "FILM_SHOW", "PARK_PASS", "CONSUME_COUPON"],
  ],
  basis: [{ instrument: "beijing-2019-comfort" }, { instrument: "survey-festival" }],
  grade: "A",
  from: "2019-01-01",
  to: null,
  checks: [
    check({
      needs: {},
      uses: { instrument },
      judge(known, context) {
        if (known.instrument !== undefined) {
          return formOutcome(known.instrument, context);
        }
        // Only 节日慰问 always hands something out; an activity may be nothing but a rented hall.
        return context.type === "FESTIVAL" ? unknown(instrument) : null;
      },
    }),
    wordedForm,
  ],
};

const bannedGoods: Rule = {
  id: "F16",
  title: "明令禁止物品",
  statement: "严禁购买纪检部门明令禁止的物品，如月饼粽子等",
  appliesTo: ["FESTIVAL", "BIRTHDAY", "ARTS_SPORTS"],
  basis: [{ instrument: "survey-festival" }],
  grade: "A",
  from: "2019-01-01",
  to: null,
  checks: [
    check({
      needs: {},
      uses: { itemNames, invoiceLineNames, purpose },
      judge(known, { list }) {
        const goods = [...(known.itemNames ?? []), ...(known.invoiceLineNames ?? [])];
        const texts = known.purpose === undefined ? goods : [...goods, known.purpose];
        const hits = hitsIn(texts, list("BANNED_GOODS"));
        if (hits.length > 0) return bannedOutcome(hits, known);
        return known.itemNames === undefined ? unknown(itemNames) : pass("清单中没有禁止购买的物品");
      },
    }),
    check({
      needs: {},
      uses: { invoiceLineNames, hasItemList },
      judge(known, { list }) {
        const [vague] = hitsIn(known.invoiceLineNames ?? [], list("VAGUE_GOODS"));
        if (vague === undefined || known.hasItemList === true) return null;
        return {
          severity: "APPROVAL",
          message: `发票品名“${vague.text}”不能看出具体物品，请附销货清单`,
          remedies: [{ text: "附销货清单" }],
        };
      },
    }),
  ],
};

interface Goods {
  readonly itemNames: readonly string[] | undefined;
  readonly invoiceLineNames: readonly string[] | undefined;
}

function bannedOutcome(hits: readonly ListHit[], goods: Goods): Outcome {
  const severity = worstOf(hits.map(({ entry }) => entry.severity));
  const barred = hits.filter(({ entry }) => entry.severity === "FORBIDDEN");
  const doubtful = hits.filter(({ entry }) => entry.severity !== "FORBIDDEN");
  const messages = [
    barred.length === 0 ? "" : `清单含${namedOnce(barred)}，属禁止购买物品，请更换`,
    doubtful.length === 0
      ? ""
      : `清单含${namedOnce(doubtful)}，请核对是否属于禁止购买物品${severity === "WARN" ? "" : "，需审批"}`,
  ].filter((text) => text !== "");
  const patch: Record<string, string> = {};
  for (const fact of [itemNames, invoiceLineNames] as const) {
    const names = fact === itemNames ? goods.itemNames : goods.invoiceLineNames;
    const rest = names?.filter((name) => !hits.some(({ text }) => text === name));
    if (rest !== undefined && rest.length !== names?.length) patch[fact.id] = fact.display(rest);
  }
  const text =
    severity === "FORBIDDEN"
      ? "去掉禁止购买的物品，更换为其他实物"
      : "更换为其他实物；核对后不属于禁止购买物品的，写明理由报批";
  return {
    severity,
    message: messages.join("；"),
    remedies: [Object.keys(patch).length === 0 ? { text } : { text, patch }],
  };
}

/** The goods with the words they were found by; what the purpose only repeats of an item is not named again. */
function namedOnce(hits: readonly ListHit[]): string {
  const own = hits.filter(
    ({ entry, text }) =>
      !hits.some((other) => other.entry === entry && other.text !== text && text.includes(other.text)),
  );
  const words = new Map<string, Set<string>>();
  for (const { entry, text } of own) {
    const said = `${entry.word}，${entry.from}起`;
    words.set(text, (words.get(text) ?? new Set()).add(said));
  }
  return [...words].map(([text, said]) => `“${text}”（${[...said].join("；")}）`).join("、");
}

const signOff: Rule = {
  id: "F17",
  title: "实名签收",
  statement: "慰问品、实物券由会员实名签收",
  appliesTo: [...WELFARE_TYPES, "ARTS_SPORTS", "GALA"],
  basis: [{ instrument: "beijing-2019-comfort" }],
  grade: "B",
  from: "2019-01-01",
  to: null,
  checks: [
    check({
      needs: {},
      uses: { signed, recipients, handedOut },
      judge(known) {
        // Paper comes last: before hand-out is over the sheet is a thing to do, not a fault.
        const todo = "发放时由领取人实名签收，签收表在归档前补齐";
        if (known.signed === undefined) {
          return known.handedOut === true
            ? unknown(signed)
            : { severity: "INFO", message: todo, missing: [signed] };
        }
        if (known.recipients === undefined) return unknown(recipients);
        const rest = known.recipients - known.signed;
        if (rest < 0n) {
          return {
            severity: "APPROVAL",
            message: `应签收${known.recipients}人，已签收${known.signed}人，多${-rest}人，请核对后改正或说明`,
          };
        }
        if (rest === 0n) return pass(`应签收${known.recipients}人，已签收${known.signed}人`);
        const remedies = [{ text: `补签${rest}人，或说明未签收的原因` }];
        if (known.handedOut === false) {
          const later = `还有${rest}人未签收，归档前须补齐签收表（代签须注明关系和原因）`;
          return { severity: "INFO", message: later, remedies };
        }
        return {
          severity: "APPROVAL",
          message: `应签收${known.recipients}人，已签收${known.signed}人，还有${rest}人未签收，请补签或说明（代签须注明关系和原因）`,
          remedies,
        };
      },
    }),
    // 节日慰问 is asked for it by F13.
    sameAsList([...WELFARE_TYPES.filter((type) => type !== "FESTIVAL"), "ARTS_SPORTS", "GALA"]),
    check({
      needs: {},
      uses: { signedByOthers },
      judge(known) {
        if (known.signedByOthers === undefined || known.signedByOthers === 0n) return null;
        return { severity: "WARN", message: `有${known.signedByOthers}人由他人代签而未注明关系和原因` };
      },
    }),
  ],
};

const birthday: Rule = {
  id: "F41",
  title: "生日慰问",
  statement: "生日慰问品或实物券（蛋糕券）每人每年不超过300元，一年一次，会员实名签收",
  appliesTo: ["BIRTHDAY"],
  basis: [{ instrument: "beijing-2019-comfort" }, { instrument: "acftu-2017-32" }],
  grade: "B",
  from: "2018-01-01",
  to: null,
  checks: [
    check({
      needs: { amountPerPerson },
      params: ["P_BIRTHDAY_PC"],
      judge(known, { param }) {
        const standard = param("P_BIRTHDAY_PC");
        const each = quantity("每人", known.amountPerPerson, "fen");
        const most = amountPerPerson.display(floorOf(standard));
        return unless(
          atMost(each, standard),
          () => ({
            severity: "FORBIDDEN",
            message: `生日慰问每人${amountPerPerson.display(known.amountPerPerson)}元，超过每人每年${most}元`,
            remedies: [{ text: `每人调整到${most}元以内`, patch: { amountPerPerson: most } }],
          }),
          "未超过生日慰问标准",
        );
      },
    }),
    check({
      needs: { ytdBirthdayCount },
      params: ["P_BIRTHDAY_TIMES"],
      judge(known, { param }) {
        if (known.ytdBirthdayCount < floorOf(param("P_BIRTHDAY_TIMES"))) return pass("当年首次");
        return {
          severity: "FORBIDDEN",
          message: `当年已享受生日慰问${known.ytdBirthdayCount}次，每人每年限一次`,
          remedies: [{ text: "从名单中去掉当年已享受的会员" }],
        };
      },
    }),
    check({
      needs: { instrument },
      judge: (known, context) => formOutcome(known.instrument, context),
    }),
    wordedForm,
  ],
};

/** Rules on what is handed out and how: F15, F16, F17, F41. */
export const handOutRules: readonly Rule[] = [forms, bannedGoods, signOff, birthday];
