import { X509Certificate } from "node:crypto";
import { DOMParser, type Element, onWarningStopParsing } from "@xmldom/xmldom";

export interface Certificate {
  /** SHA-256, as `openssl x509 -fingerprint -sha256` prints it. */
  fingerprint: string;
  notAfter: Date;
}

const metadataNamespace = "urn:oasis:names:tc:SAML:2.0:metadata";
const signatureNamespace = "http://www.w3.org/2000/09/xmldsig#";

/**
 * The certificate that an identity provider signs with: of several (a rollover has two) the one that lasts longest,
 * since signing in works while one of them is valid. Throws when the metadata shows none or cannot be read.
 */
export function signingCertificate(metadata: string): Certificate {
  // Metadata needs none, and entities are how XML attacks its readers.
  if (/<!DOCTYPE/i.test(metadata)) throw new Error("the metadata has a document type");
  const document = new DOMParser({ onError: onWarningStopParsing, locator: false }).parseFromString(
    metadata,
    "text/xml",
  );
  const certificates = [...document.getElementsByTagNameNS(metadataNamespace, "IDPSSODescriptor")]
    .flatMap((descriptor) => [...descriptor.getElementsByTagNameNS(metadataNamespace, "KeyDescriptor")])
    .filter(isForSigning)
    .flatMap((key) => [...key.getElementsByTagNameNS(signatureNamespace, "X509Certificate")])
    .map((element) => readCertificate(element.textContent ?? ""));
  const [longest] = certificates.sort((one, other) => other.notAfter.getTime() - one.notAfter.getTime());
  if (!longest) throw new Error("the metadata shows no signing certificate");
  return longest;
}

/** A key without `use` is for everything (SAML metadata, 2.4.1.1). */
function isForSigning(key: Element): boolean {
  return (key.getAttribute("use") ?? "signing") === "signing";
}

function readCertificate(base64: string): Certificate {
  const certificate = new X509Certificate(Buffer.from(base64, "base64"));
  return { fingerprint: certificate.fingerprint256, notAfter: new Date(certificate.validTo) };
}
