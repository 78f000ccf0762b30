import type { ProblemsText, ReasonsText } from "../en/problems.ts";

export const problems: ProblemsText = {
  "body-not-json": {
    title: "Le corps n’est pas du JSON",
    detail: "Envoyez un objet JSON avec l’en-tête Content-Type: application/json.",
  },
  "body-too-large": {
    title: "Trop volumineux",
    detail: "Raccourcissez le texte ou retirez des détails.",
  },
  "input-invalid": {
    title: "Un champ n’est pas valide",
    detail: "Corrigez le champ indiqué : /openapi.json en décrit la forme.",
  },
  "site-unknown": {
    title: "Site inconnu",
    detail: "Utilisez comme data-site un site de la page Sites de la console.",
  },
  "site-disabled": {
    title: "L’aide est désactivée ici",
    detail: "Appelez votre équipe de support ou écrivez-lui ; un agent peut réactiver ce site.",
  },
  "symptom-unknown": {
    title: "Symptôme inconnu",
    detail: "Choisissez l’un des douze symptômes, ou other avec un message.",
  },
  "contact-missing": {
    title: "Aucun moyen de vous répondre",
    detail: "Indiquez une adresse e-mail ou un numéro de téléphone pour recevoir notre réponse.",
  },
  "email-invalid": {
    title: "L’adresse e-mail est incomplète",
    detail: "Saisissez une adresse comme nom@example.com.",
  },
  "phone-invalid": {
    title: "Le numéro de téléphone est incomplet",
    detail: "Saisissez un numéro avec son indicatif, comme +33 1 99 00 12 34.",
  },
  "message-missing": { title: "Le message manque", detail: "Écrivez une phrase sur ce qui ne va pas." },
  "id-already-used": {
    title: "Cet identifiant est déjà pris",
    detail: "Créez un nouvel UUID pour un nouveau signalement.",
  },
  "too-many-requests": {
    title: "Trop de requêtes",
    detail: "Patientez un instant puis renvoyez : rien de ce que vous avez écrit n’est perdu.",
  },
  "token-missing": {
    title: "Le jeton d’accès manque",
    detail: "Envoyez le jeton de cette demande dans Authorization: Bearer.",
  },
  "ticket-not-found": {
    title: "Demande introuvable",
    detail: "Vérifiez la référence, et ouvrez-la avec le lien ou l’appareil qui l’a envoyée.",
  },
  "message-id-already-used": {
    title: "Cet identifiant de message est déjà pris",
    detail: "Créez un nouvel UUID pour un nouveau message.",
  },
  "ticket-closed": {
    title: "Cette demande est close",
    detail: "Rouvrez-la, ou envoyez un nouveau signalement si elle est close depuis plus de 14 jours.",
  },
  "move-not-allowed": {
    title: "Ce changement n’est pas permis",
    detail: "Rechargez la demande et choisissez l’un des états proposés.",
  },
  "reason-missing": {
    title: "Le motif manque",
    detail: "Dites pourquoi en quelques mots : le motif est conservé au journal.",
  },
  "key-missing": {
    title: "Connectez-vous d’abord",
    detail: "Envoyez une clé d’API dans Authorization: Bearer, ou connectez-vous à la console.",
  },
  "key-invalid": {
    title: "Cette clé n’est pas valable",
    detail: "Elle a été révoquée ou mal saisie : demandez-en une nouvelle à un administrateur.",
  },
  "permission-missing": {
    title: "Non autorisé",
    detail: "Demandez à un administrateur la permission nécessaire.",
  },
  "check-unknown": {
    title: "Contrôle inconnu",
    detail: "Utilisez un des contrôles que le README donne sous Facts.",
  },
  "customer-unknown": {
    title: "Client inconnu",
    detail:
      "Utilisez l’identifiant d’un client de la page Sites de la console, ou omettez-le pour tout le site.",
  },
  "subject-missing": {
    title: "De qui s’agit-il ?",
    detail: "Ce contrôle parle d’une personne : ajoutez subject, le pseudonyme de son adresse.",
  },
  "subject-invalid": {
    title: "Le sujet n’est pas un pseudonyme",
    detail:
      "Envoyez 64 chiffres hexadécimaux calculés à partir de l’adresse comme le montre le README, jamais l’adresse elle-même.",
  },
  "value-too-personal": {
    title: "C’est en dire trop sur une personne",
    detail: "N’envoyez ni adresse ni numéro : d’un téléphone, le pays et les deux derniers chiffres au plus.",
  },
  "value-invalid": {
    title: "Cette valeur ne convient pas",
    detail: "Corrigez le champ nommé ; rien n’a été enregistré.",
  },
  "facts-count": {
    title: "Aucun fait, ou trop",
    detail: "Envoyez un fait, ou une liste de 1 à 200.",
  },
  "until-invalid": {
    title: "Cette date ne convient pas",
    detail:
      "Indiquez une date entre maintenant et dans sept jours, et renouvelez le fait avant qu’elle soit passée.",
  },
  "code-invalid": {
    title: "Ce code ne convient pas",
    detail:
      "Il sert une fois, pendant dix minutes et cinq essais : vérifiez l’e-mail le plus récent, ou demandez un autre code.",
  },
  "sign-in-link-invalid": {
    title: "Ce lien de connexion ne fonctionne plus",
    detail: "Il sert une fois, pendant 15 minutes : demandez-en un nouveau.",
  },
  "article-not-found": {
    title: "Article introuvable",
    detail: "Cherchez dans le centre d’aide : il porte peut-être un autre nom.",
  },
  "feedback-reason-missing": {
    title: "Aucune raison n’est choisie",
    detail: "Choisissez au moins une raison.",
  },
  "proof-missing": {
    title: "La vérification manque",
    detail: "Résolvez un défi de /api/captcha et joignez-le comme preuve (proof).",
  },
  "proof-invalid": {
    title: "La vérification a échoué",
    detail: "Rechargez l’article et envoyez à nouveau.",
  },
  "proof-expired": {
    title: "La vérification a expiré",
    detail: "Envoyez à nouveau\u00a0: une autre se fait d’elle-même.",
  },
  "proof-used": {
    title: "Cette vérification a déjà servi",
    detail: "Chacune compte une fois. Rechargez l’article pour en dire plus.",
  },
  "form-expired": {
    title: "Cette page est restée ouverte trop longtemps",
    detail: "Ce que vous avez écrit est encore là\u00a0: appuyez de nouveau sur Envoyer.",
  },
  "form-too-fast": {
    title: "C’est allé plus vite que l’on n’écrit",
    detail: "Attendez trois secondes et appuyez de nouveau sur Envoyer.",
  },
  "votes-exceeded": {
    title: "Cet article a reçu assez d’avis de votre réseau aujourd’hui",
    detail: "Revenez demain. Si quelque chose ne marche pas, signalez-le\u00a0: c’est toujours possible.",
  },
  "not-found": { title: "Rien à cette adresse", detail: "Vérifiez l’adresse, ou partez du centre d’aide." },
  "method-not-allowed": {
    title: "Cette adresse n’accepte pas cette méthode",
    detail: "Voyez dans /openapi.json ce qu’elle accepte.",
  },
  "cross-site-request": {
    title: "Cette requête vient d’un autre site",
    detail: "Ouvrez la console elle-même et recommencez.",
  },
  "not-ready": { title: "Démarrage en cours", detail: "Réessayez dans quelques secondes." },
  internal: {
    title: "Un problème est survenu chez nous",
    detail: "Il est consigné de notre côté. Réessayez, ou appelez votre équipe de support.",
  },
};

export const reasons: ReasonsText = {
  atMost: (kilobytes) => `Ici, ${kilobytes}\u00a0ko au plus sont acceptés.`,
};
