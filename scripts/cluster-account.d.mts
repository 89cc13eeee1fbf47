export type Account = { uid?: number; gid?: number };
export function isRoot(): boolean;
export function accountFor(clusterFolder: string): Account;
export function reachableHome(wanted: string): string;
export function temporaryHome(prefix: string): string;
export function canReach(folder: string, account: Account): boolean;
