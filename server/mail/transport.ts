import { accessSync, constants } from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import { atDoor, makeFolders } from "../data-folder.ts";
import type { Settings } from "../settings.ts";

export interface Mail {
  /** The same for every attempt, so that a mail which arrives twice is shown once. */
  messageId: string;
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** Hands mails over. `send` rejects when the other side did not accept. */
export interface MailTransport {
  send(mail: Mail): Promise<void>;
  close(): void;
}

export function openMailTransport(
  settings: Pick<Settings, "smtpUrl" | "mailFrom" | "dataDir">,
): MailTransport {
  return settings.smtpUrl === undefined
    ? toFiles(folderOf(settings), settings.mailFrom)
    : overSmtp(settings.smtpUrl, settings.mailFrom);
}

/** Throws a SettingError where mails are files and these could not be written: better now than at the first mail. */
export function checkMailFolder(settings: Pick<Settings, "smtpUrl" | "dataDir">): void {
  if (settings.smtpUrl !== undefined) return;
  const folder = folderOf(settings);
  atDoor(folder, () => {
    makeFolders(folder, 0o700);
    accessSync(folder, constants.W_OK | constants.X_OK);
  });
}

const folderOf = ({ dataDir }: Pick<Settings, "dataDir">) => join(dataDir, "mail");

function overSmtp(url: string, from: string): MailTransport {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 5,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  });
  return {
    async send(mail) {
      await transport.sendMail({ from, ...mail, headers: automatic });
    },
    close: () => transport.close(),
  };
}

/** Without a mail server each mail becomes a file that any mail program opens. */
function toFiles(folder: string, from: string): MailTransport {
  const transport = createTransport({ streamTransport: true, buffer: true });
  return {
    async send(mail) {
      const { message } = await transport.sendMail({ from, ...mail, headers: automatic });
      makeFolders(folder, 0o700);
      const path = join(folder, `${mail.messageId.replace(/[^\w.-]/g, "_")}.eml`);
      // Its links open reports. `buffer: true` makes it a Buffer.
      await writeFile(`${path}.part`, message as Buffer, { mode: 0o600 });
      await rename(`${path}.part`, path);
    },
    close: () => transport.close(),
  };
}

/** RFC 3834: an out-of-office robot must not answer these. */
const automatic = { "Auto-Submitted": "auto-generated" };
