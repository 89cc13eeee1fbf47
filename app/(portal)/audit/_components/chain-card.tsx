import { Card } from "@/components/page/card";
import { StatusBadge } from "@/components/page/status-badge";
import { LinkButton } from "@/components/ui/link-button";
import type { getChainStatus } from "@/lib/audit/queries";

type Status = Awaited<ReturnType<typeof getChainStatus.run>>;

/** Whether the log is whole, in one look; the full check is a command of the server. */
export function ChainCard({ status }: { status: Status }) {
  const { fault, sealed, waiting, checkedLines } = status;
  return (
    <Card
      aside={
        sealed !== "0" && (
          <LinkButton download href="/audit/head" size="small">
            下载链头
          </LinkButton>
        )
      }
      title="日志封存"
    >
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        {fault === null ? <StatusBadge label="完整" tone="ok" /> : <StatusBadge label="不完整" tone="bad" />}
        <span>已封存 {Number(sealed).toLocaleString("zh-CN")} 行</span>
        <span>等待封存 {waiting.toLocaleString("zh-CN")} 行</span>
      </div>
      {fault !== null && <p className="mt-2 text-bad">{fault.sentence}</p>}
      <p className="mt-2 text-sm text-ink-2">
        本页核对了最近 {checkedLines.toLocaleString("zh-CN")} 行；全部核对由系统管理员在服务器上进行。
        链头请定期下载，存放在系统管理员接触不到的地方：它能证明此前的日志没有被截去或整段改写。
      </p>
    </Card>
  );
}
