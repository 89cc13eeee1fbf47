import { fromBuffer, type ZipFile } from "yauzl";
import { Refusal } from "@/lib/core/errors";
import { RangeWatch } from "./range-limits";

const maxEntries = 2_000;
const maxTotalBytes = 100 * 1024 * 1024;
const maxRatio = 200;
const ratioCountsFrom = 4 * 1024 * 1024;

const tooLarge = new Refusal("INVALID", "文件解压后过大或结构异常，已拒绝；请另存为新的 .xlsx 后再试");

/**
 * Refuses an archive that would swell beyond the limits. Counts real bytes while inflating, because sizes in
 * the directory may lie.
 */
export function checkZipLimits(bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    fromBuffer(Buffer.from(bytes), { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error) reject(notAWorkbook());
      else walk(zip, bytes.byteLength).then(resolve, reject);
    });
  });
}

function notAWorkbook(): Refusal {
  return new Refusal(
    "INVALID",
    "这不是可读取的 Excel 文件（.xlsx）；请在 Excel 或 WPS 中另存为 .xlsx 后再上传",
  );
}

function walk(zip: ZipFile, packedBytes: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let total = 0;
    const ranges = new RangeWatch();
    const fail = (reason: Refusal) => {
      zip.close();
      reject(reason);
    };
    if (zip.entryCount > maxEntries) return fail(tooLarge);
    zip.on("error", () => fail(notAWorkbook()));
    zip.on("end", () => resolve());
    zip.on("entry", (entry) => {
      ranges.nextPart();
      zip.openReadStream(entry, (error, stream) => {
        if (error) return fail(notAWorkbook());
        stream.on("error", () => fail(notAWorkbook()));
        stream.on("data", (chunk: Buffer) => {
          total += chunk.length;
          const swells = total > ratioCountsFrom && total > packedBytes * maxRatio;
          if (total > maxTotalBytes || swells || !ranges.next(chunk)) {
            stream.destroy();
            fail(tooLarge);
          }
        });
        stream.on("end", () => zip.readEntry());
      });
    });
    zip.readEntry();
  });
}
