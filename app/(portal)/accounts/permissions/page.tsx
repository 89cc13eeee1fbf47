import { PageHeader } from "@/components/page/page-header";
import { permissionMatrix, roleRules } from "@/lib/accounts/model";
import { requireActor } from "@/lib/server/session";
import { PermissionMatrix, RoleRules } from "../_components/permission-matrix";

export const metadata = { title: "岗位权限表" };

export default async function PermissionsPage() {
  await requireActor();
  return (
    <>
      <PageHeader lead="每个岗位能做什么、看到哪里；表里没有的一律不能做。" title="岗位权限表" />
      <div className="space-y-5">
        <RoleRules rules={roleRules} />
        <PermissionMatrix matrix={permissionMatrix()} />
      </div>
    </>
  );
}
