import { readFileSync } from "node:fs";
import { processesOn } from "../built-server.ts";

/** The server of a DATA_DIR and its PostgreSQL, each as the ids of its processes. */
export function partsOf(dataDir: string): { server: number[]; database: number[] } {
  const parts = { server: [] as number[], database: [] as number[] };
  for (const { pid, name } of processesOn(dataDir)) {
    (name.includes("postgres") ? parts.database : parts.server).push(pid);
  }
  return parts;
}

/** Megabytes that they take, what they share counted once (PSS). */
export function memoryOf(pids: readonly number[]): number {
  const kilobytes = pids.map((pid) => Number(/^Pss: +(\d+)/m.exec(read(pid, "smaps_rollup"))?.[1] ?? 0));
  return kilobytes.reduce((sum, one) => sum + one, 0) / 1_024;
}

/** Milliseconds of the processors that they have had since they started. */
export function processorTimeOf(pids: readonly number[]): number {
  return pids
    .map((pid) => {
      // After the name in parentheses: state, parent, … and as 12th and 13th the time in user and system mode.
      const fields = read(pid, "stat").split(") ")[1]?.split(" ") ?? [];
      return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 10; // a tick has 10 ms
    })
    .reduce((sum, one) => sum + one, 0);
}

/** Empty for a process that has ended. */
function read(pid: number, what: string): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, "utf8");
  } catch {
    return "";
  }
}
