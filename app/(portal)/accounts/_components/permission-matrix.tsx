import { Card } from "@/components/page/card";
import { PlainTable } from "@/components/page/plain-table";
import type { permissionMatrix, roleRules } from "@/lib/accounts/model";
import { roleLabels } from "@/lib/server/permissions";

/** Every permission with the roles that hold it, by how far they reach. */
export function PermissionMatrix({ matrix }: { matrix: ReturnType<typeof permissionMatrix> }) {
  const labelOf = new Map(matrix.roles.map(({ role, label }) => [role, label]));
  const reaches = ["本单位", "本级及以下", "全区"];
  return (
    <Card flush title="权限">
      <PlainTable
        caption="岗位权限表"
        columns={[
          { key: "permission", label: "权限" },
          ...reaches.map((reach) => ({ key: reach, label: `${reach}范围的岗位` })),
        ]}
        rows={matrix.rows.map(({ permission, label, cells }) => ({
          key: permission,
          cells: [
            label,
            ...reaches.map((reach) =>
              cells
                .filter((cell) => cell.reach === reach)
                .map(({ role }) => labelOf.get(role))
                .join("、"),
            ),
          ],
        }))}
        titleKey="permission"
      />
    </Card>
  );
}

/** The roles that one person may not join, with the document. */
export function RoleRules({ rules }: { rules: typeof roleRules }) {
  return (
    <Card flush title="不能由一人兼任的岗位">
      <PlainTable
        caption="不相容岗位"
        columns={[
          { key: "rule", label: "规则" },
          { key: "one", label: "岗位" },
          { key: "other", label: "不得兼任" },
          { key: "within", label: "范围" },
          { key: "basis", label: "依据" },
        ]}
        rows={rules.map((rule) => ({
          key: `${rule.id}${rule.one.join()}`,
          cells: [
            rule.id,
            rule.one.map((role) => roleLabels[role]).join("、"),
            rule.other.map((role) => roleLabels[role]).join("、"),
            rule.within === "UNION" ? "同一工会" : "全区",
            rule.basis,
          ],
        }))}
        titleKey="rule"
      />
    </Card>
  );
}
