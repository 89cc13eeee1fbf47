// Where the commands keep things. Everything that is not source lives in one folder, `.data` by default.
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout: every command works from here, wherever it was called. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

/** State of this installation: database, secrets, logs. DATA_DIR moves it, for example to a larger disk. */
export const dataFolder = path.resolve(root, process.env.DATA_DIR || ".data");

/** Output of the steps, kept for the person who has to find out why one failed. */
export const logFolder = path.join(dataFolder, "logs");
