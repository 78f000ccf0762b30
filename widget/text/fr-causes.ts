import { write } from "./fr.ts";
import type { CauseText } from "./en-causes.ts";

export const causes: CauseText = {
  certificate: (expiredAt) =>
    `Le certificat de connexion de votre entreprise a expiré le ${write(expiredAt, { day: "numeric", month: "long" })}.`,
  certificateNext:
    "Rien à faire de votre côté. Votre administrateur doit installer le nouveau\u202f; nous l’aidons.",
  build: "Votre page est plus ancienne que la plateforme.",
  buildNext: "Vous voyez peut-être un ancien contenu. Enregistrez votre travail, puis rechargez la page.",
  clock: (minutes, isSlow) =>
    `L’horloge de cet appareil ${isSlow ? "retarde" : "avance"} de ${minutes} minute${minutes > 1 ? "s" : ""}.`,
  clockNext:
    "Les codes de connexion exigent l’heure exacte. Choisissez l’heure automatique dans les réglages de l’appareil.",
  cookies: "Votre navigateur bloque les cookies de ce site.",
  cookiesNext:
    "La connexion en a besoin. Autorisez les cookies de ce site dans le navigateur, puis rechargez la page.",
};
