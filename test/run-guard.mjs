// node test/run-guard.mjs FOLDER: outlives the test run that started it. When that is gone, however it ended, what it
// left goes too: the PostgreSQL on its own folder, and the folder.
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2];
// Nobody but the run holds the other end.
process.stdin.resume().once("end", () => {
  // A run that ended in order has stopped it, and with it goes the file.
  const pidFile = join(folder, "postgres", "postmaster.pid");
  if (existsSync(pidFile)) process.kill(Number(readFileSync(pidFile, "utf8").split("\n", 1)[0]), "SIGQUIT");
  rmSync(folder, { recursive: true, force: true, maxRetries: 20 }); // while it still writes
});
