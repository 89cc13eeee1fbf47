import { Card } from "@/components/page/card";
import { EmptyState } from "@/components/page/empty-state";
import { PlainTable } from "@/components/page/plain-table";
import { StatusBadge } from "@/components/page/status-badge";
import { endReasonLabels } from "@/lib/accounts/labels";
import type { getAccount } from "@/lib/accounts/queries";
import { momentText } from "@/lib/core/dates";
import { roleLabels } from "@/lib/server/permissions";
import { EndSessionButton, RevokeButton } from "./account-actions";
import { deviceText } from "./device-text";

type Account = Awaited<ReturnType<(typeof getAccount)["run"]>>;

/** The roles of the person, those taken back at the end. */
export function GrantsCard({ grants, mayGrant }: { grants: Account["grants"]; mayGrant: boolean }) {
  return (
    <Card flush title="岗位">
      {grants.length === 0 ? (
        <EmptyState title="还没有岗位">由安全管理员授予后才能办理业务。</EmptyState>
      ) : (
        <PlainTable
          caption="岗位"
          columns={[
            { key: "role", label: "岗位" },
            { key: "union", label: "工会" },
            { key: "term", label: "任期" },
            { key: "reason", label: "原因" },
            { key: "state", label: "状态" },
          ]}
          rows={grants.map((grant) => ({
            key: grant.id,
            cells: [
              roleLabels[grant.role],
              grant.unionName,
              `${grant.from} 至 ${grant.to ?? "长期"}`,
              grant.reason,
              grant.revokedAt === null ? (
                <span className="flex items-center gap-3" key="state">
                  <StatusBadge label="在任" tone="ok" />
                  {mayGrant && <RevokeButton grantId={grant.id} />}
                </span>
              ) : (
                `已收回 ${momentText(grant.revokedAt)}`
              ),
            ],
          }))}
        />
      )}
    </Card>
  );
}

/** Where the account is or was signed in. */
export function SessionsCard({ sessions, mayEnd }: { sessions: Account["sessions"]; mayEnd: boolean }) {
  return (
    <Card flush title="登录">
      {sessions.length === 0 ? (
        <EmptyState title="还没有登录过" />
      ) : (
        <PlainTable
          caption="登录"
          columns={[
            { key: "at", label: "登录时间" },
            { key: "seen", label: "最近操作" },
            { key: "where", label: "网络地址和浏览器" },
            { key: "state", label: "状态" },
          ]}
          rows={sessions.map((session) => ({
            key: session.id,
            cells: [
              momentText(session.startedAt),
              momentText(session.seenAt),
              `${session.ip} ${deviceText(session.device)}`,
              session.endReason === null ? (
                <span className="flex items-center gap-3" key="state">
                  <StatusBadge label="在线" tone="ok" />
                  {mayEnd && <EndSessionButton sessionId={session.id} />}
                </span>
              ) : (
                `已结束：${endReasonLabels.get(session.endReason) ?? ""}`
              ),
            ],
          }))}
        />
      )}
    </Card>
  );
}
