"use client";

import { useId, useState } from "react";
import { controlClasses } from "@/components/form/field";
import { rewriteAmount } from "@/components/form/money-input";
import { RewritingInput } from "@/components/form/rewriting-input";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { Draft } from "@/lib/spending/schema";

type PeopleListProps = {
  people: Draft["people"];
  names: ReadonlyMap<string, string>;
  onPeople: (people: Draft["people"]) => void;
};

// A browser draws some hundred rows at once; the rest is reached by the pages below.
const pageSize = 100;

/** The persons chosen, with what each gets and whether they have signed. */
export function PeopleList({ people, names, onPeople }: PeopleListProps) {
  const id = useId();
  const [page, setPage] = useState(0);
  const [each, setEach] = useState("");
  const change = (at: number, part: Partial<Draft["people"][number]>) =>
    onPeople(people.map((person, index) => (index === at ? { ...person, ...part } : person)));
  const pages = Math.ceil(people.length / pageSize);
  const first = Math.min(page, pages - 1) * pageSize;

  return (
    <details className="mt-2">
      <summary className="inline-flex items-center gap-1 text-sm text-act hover:underline">
        查看名单、每人金额与签收
        <Icon name="down" size={12} />
      </summary>
      <div className="mt-2 flex flex-wrap items-center gap-2 text-sm">
        <label htmlFor={`${id}-each`}>每人金额</label>
        <input
          autoComplete="off"
          className="w-28 rounded-control border border-edge px-2 py-1 text-right"
          id={`${id}-each`}
          inputMode="decimal"
          onChange={(event) => setEach(event.currentTarget.value)}
          value={each}
        />
        <Button
          disabled={rewriteAmount(each) === null}
          onClick={() => onPeople(people.map((person) => ({ ...person, amount: rewriteAmount(each) ?? "" })))}
          size="small"
        >
          填给全部
        </Button>
        <Button
          onClick={() => onPeople(people.map((person) => ({ ...person, isSigned: true })))}
          size="small"
        >
          全部已签收
        </Button>
      </div>
      <ol className="mt-2 max-h-72 overflow-auto rounded-control border border-line">
        {people.slice(first, first + pageSize).map((person, offset) => (
          <li
            className="flex items-center gap-3 border-b border-line px-3 py-1 text-sm last:border-0"
            key={person.workerId}
          >
            <span className="w-8 text-right text-ink-3">{first + offset + 1}</span>
            <span className="min-w-0 flex-1">{names.get(person.workerId) ?? "不在册人员"}</span>
            <span className="w-28">
              <RewritingInput
                aria-label={`${names.get(person.workerId) ?? ""}的金额`}
                className={`${controlClasses} text-right`}
                complaint="没有读出金额"
                inputMode="decimal"
                onText={(amount) => change(first + offset, { amount })}
                rewrite={rewriteAmount}
                value={person.amount}
              />
            </span>
            <label className="flex items-center gap-1.5" htmlFor={`${id}-${person.workerId}`}>
              <input
                checked={person.isSigned}
                className="h-4 w-4 accent-act"
                id={`${id}-${person.workerId}`}
                onChange={(event) => change(first + offset, { isSigned: event.currentTarget.checked })}
                type="checkbox"
              />
              已签收
            </label>
            <button
              aria-label={`移除${names.get(person.workerId) ?? ""}`}
              className="rounded-control p-1 text-ink-3 hover:bg-ground hover:text-bad"
              onClick={() => onPeople(people.filter((other) => other.workerId !== person.workerId))}
              type="button"
            >
              <Icon name="cross" size={14} />
            </button>
          </li>
        ))}
      </ol>
      {pages > 1 && (
        <p className="mt-1 flex items-center gap-2 text-sm text-ink-2">
          第{first + 1}–{Math.min(first + pageSize, people.length)}人
          <Button disabled={first === 0} onClick={() => setPage(page - 1)} size="small">
            上一页
          </Button>
          <Button disabled={page >= pages - 1} onClick={() => setPage(page + 1)} size="small">
            下一页
          </Button>
        </p>
      )}
    </details>
  );
}
