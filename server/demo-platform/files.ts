import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { projectDir } from "../settings.ts";

/** Files that browsers load, by the name in their URL: `portal-1a2b3c4d.js`. */
export interface Asset {
  body: string;
  type: string;
}

const types: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

export const assets = new Map<string, Asset>();

export const assetNames = {
  portalStyle: addAsset("portal.css"),
  portalScript: addAsset("portal.js"),
  barStyle: addAsset("trouble-bar.css"),
  barScript: addAsset("trouble-bar.js"),
  mark: addAsset("mark.svg"),
};

/** The fictional company's signing certificates: made once, their private keys thrown away. */
export const certificates = {
  valid: certificateBody("signing-certificate.pem"),
  expired: certificateBody("signing-certificate-expired.pem"),
};

function addAsset(fileName: string): string {
  const body = readDemoFile(fileName);
  const hash = createHash("sha256").update(body).digest("hex").slice(0, 8);
  const extension = extname(fileName);
  const name = fileName.replace(extension, `-${hash}${extension}`);
  assets.set(name, { body, type: types[extension] ?? "application/octet-stream" });
  return name;
}

/** A PEM file's base64 without its frame and line breaks, as SAML metadata wants it. */
function certificateBody(fileName: string): string {
  return readDemoFile(fileName)
    .replace(/-----[A-Z ]+-----/g, "")
    .replace(/\s/g, "");
}

function readDemoFile(fileName: string): string {
  return readFileSync(join(projectDir, "widget", "demo", fileName), "utf8");
}
