"use client";

import { useRouter } from "next/navigation";
import { Checkbox } from "@/components/form/checkbox";
import { Combobox } from "@/components/form/combobox";
import { Form } from "@/components/form/form";
import { RadioGroup } from "@/components/form/radio-group";
import { SubmitButton } from "@/components/form/submit-button";
import { Card } from "@/components/page/card";
import { Chip } from "@/components/ui/chip";
import { TextLink } from "@/components/ui/text-link";
import { momentText } from "@/lib/core/dates";
import type { PersonChoice } from "@/lib/spending/reports/draft-choices";
import { acceptImportAction } from "../actions";
import { sumOf } from "./batch-view";
import { goodOutcomes, outcomeNames, outcomes } from "./outcomes";
import { Pending } from "./pending";

type ImportAcceptProps = {
  batchId: string;
  counts: Readonly<Record<string, number>>;
  committedAt: string | null;
  persons: readonly PersonChoice[];
  claimantId: string;
  hasUnitLines: boolean;
};

/** What the list came to, and the choice to take it in: whole, or its good rows only. */
export function ImportAccept(props: ImportAcceptProps) {
  const { counts, committedAt } = props;
  const good = sumOf(counts, goodOutcomes);
  const before = counts["ADDED_BEFORE"] ?? 0;
  return (
    <div className="mb-5">
      <Card
        aside={
          <span className="flex flex-wrap gap-1">
            {outcomeNames
              .filter((name) => (counts[name] ?? 0) > 0)
              .map((name) => (
                <Chip key={name} tone={outcomes[name].tone}>
                  {outcomes[name].label} {counts[name]}
                </Chip>
              ))}
          </span>
        }
        title="导入为草稿"
      >
        {committedAt !== null ? (
          <p>
            ✓ 已于{momentText(committedAt)}导入，见
            <TextLink href="/spending?tab=draft">草稿</TextLink>。同一份表再次上传不会重复添加。
          </p>
        ) : good === 0 ? (
          <p>
            {before > 0
              ? `${before}行以前已经导入过，本次没有新的行可以导入。`
              : "没有可以导入的行，请按原因改好后重新上传。"}
          </p>
        ) : (
          <AcceptForm {...props} bad={sumOf(counts, ["FORBIDDEN", "BROKEN"])} good={good} />
        )}
      </Card>
    </div>
  );
}

type AcceptFormProps = ImportAcceptProps & { good: number; bad: number };

function AcceptForm({ batchId, persons, claimantId, hasUnitLines, good, bad }: AcceptFormProps) {
  const router = useRouter();
  return (
    <Form
      action={acceptImportAction}
      label="导入为草稿"
      onAccepted={() => router.refresh()}
      read={(data) => ({
        ...{ batchId, claimantId: data.get("claimantId"), mode: data.get("mode") ?? "ALL_OR_NOTHING" },
        loadUnionFacts: data.get("loadUnionFacts") !== null,
      })}
    >
      <div className="space-y-3.5">
        {bad > 0 && (
          <RadioGroup
            choices={[
              {
                ...{ value: "ALL_OR_NOTHING", label: "整份导入", disabled: true },
                hint: `有${bad}行禁止或无法判定，改好重新上传后才能整份导入`,
              },
              {
                ...{ value: "GOOD_ROWS_ONLY", label: `只导入可用的${good}行` },
                hint: "其余各行留在表里，结论和原因随取回的文件一并带走",
              },
            ]}
            defaultValue="GOOD_ROWS_ONLY"
            label="导入方式"
            name="mode"
          />
        )}
        <div className="sm:w-80">
          <Combobox
            defaultValue={claimantId}
            hint="对这些支出负责的人；录入人记为您"
            label="经办人"
            name="claimantId"
            options={persons.map(({ id, name, note }) => ({
              ...{ value: id, label: note === "" ? name : `${name}（${note}）` },
            }))}
          />
        </div>
        {hasUnitLines && (
          <Checkbox
            defaultChecked
            hint="预算收入、会员数、上次购置服装等；平台已有的不覆盖"
            label="同时把表中的单位情况记入平台"
            name="loadUnionFacts"
          />
        )}
        <div className="flex flex-wrap items-center gap-3">
          <SubmitButton>导入{good}行为草稿</SubmitButton>
          <Pending text="正在导入" />
        </div>
      </div>
    </Form>
  );
}
