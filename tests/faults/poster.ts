import readline from "node:readline";
import { enterVoucher } from "@/lib/ledger/commands/enter-voucher";
import { runCommand } from "@/lib/server/command";
import { loadActor } from "@/lib/server/load-actor";

// A web process in small: takes one request per line (key and input), runs the command, acknowledges by key.
const bookkeeper = await loadActor(BigInt(process.argv[2] ?? "0"));
if (bookkeeper === null) throw new Error("the account was not found");
process.stdout.write("ready\n");
for await (const line of readline.createInterface({ input: process.stdin })) {
  const { key, input }: { key: string; input: unknown } = JSON.parse(line);
  void runCommand(enterVoucher, bookkeeper, input, { key }).then(({ voucherId }) =>
    process.stdout.write(`${key} ${voucherId}\n`),
  );
}
