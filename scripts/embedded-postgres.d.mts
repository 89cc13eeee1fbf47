export type Cluster = {
  port: number;
  folder: string;
  urlOf: (database: string) => string;
  stop: () => Promise<void>;
  exited: Promise<number>;
};
export function openCluster(
  home: string,
  ownerPassword: string,
  options?: { settings?: string[]; logName?: string },
): Promise<Cluster>;
export function ensureDatabase(cluster: Cluster, name: string): Promise<void>;
export function dropDatabase(cluster: Cluster, name: string): Promise<void>;
