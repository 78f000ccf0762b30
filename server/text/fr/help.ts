import type { HelpText } from "../en/help.ts";

export const help: HelpText = {
  title: "Aide",
  description:
    "Que faire quand la connexion échoue, qu’une page est ancienne, qu’un document ne s’ouvre pas ou qu’un vote échoue. Qui joindre, et si quelque chose est en panne.",
  question: "Qu’est-ce qui ne marche pas ?",
  searchLabel: "Dites-le avec vos mots, ou collez le message affiché",
  search: "Rechercher",
  ofSite: (site, problem) => `${site} : ${problem}`,
  statusBoard: "État des services",
  usefulNow: "Le plus utile en ce moment",
  usefulBecause: (reasons) => {
    const said = {
      open: "ce qui explique les problèmes affichés sur l’état des services",
      helped: "ce que les lecteurs ont trouvé utile ces 30 derniers jours",
      chosen:
        reasons.length > 1 ? "notre propre choix" : "notre propre choix, en attendant l’avis des lecteurs",
    };
    return sentence(reasons.map((reason) => said[reason]).join(", puis "));
  },
  minutesShort: (minutes) => `${minutes} min`,
  someoneToTalkTo: "Quelqu’un à qui parler",
  yourTeam: (name) => `Votre équipe, ${name}\u00a0:`,
  localTimes: "Les heures sont celles de chaque équipe.",
  openUntil: (hour) => `ouvert jusqu’à ${hour}`,
  opensOn: (day, hour) => `ouvre ${day} à ${hour}`,
  allContacts: "Téléphones et adresses mail",
  bySubject: "Par sujet",
  showArticles: "Afficher les articles",
  allArticles: "tous",
  topics: {
    signing_in: "Se connecter",
    pages_and_documents: "Pages et documents",
    meetings: "Réunions, votes, signatures",
    administrators: "Pour les administrateurs",
    our_side: "Quand cela vient de nous",
    reaching_us: "Nous joindre",
  },
  found: (count) => (count === 1 ? "1 article peut vous aider" : `${count} articles peuvent vous aider`),
  nothingFound: "Aucun article ne correspond à ces mots",
  nothingFoundAdvice:
    "Essayez les mots affichés à l’écran, ou le code d’erreur seul. Ou signalez le problème : vous n’avez pas à savoir comment il s’appelle.",
  missing: "Cet article n’existe pas",
  missingAdvice: "Son adresse a peut-être changé. Cherchez-le ici, ou regardez sous son sujet.",
  youAreHere: "Vous êtes ici",
  updatedOn: "Mis à jour le",
  isBehind: "L’article anglais a changé depuis cette traduction.",
  readOriginal: "Le lire en anglais",
  minutes: (minutes) => (minutes === 1 ? "1 minute" : `${minutes} minutes`),
  audience: {
    user: "pour tous",
    admin: "pour les administrateurs",
    support: "pour le support",
  },
  needsRights: {
    admin:
      "Pour les administrateurs : ces étapes demandent leurs droits. Si vous ne l’êtes pas, envoyez cette page au vôtre.",
    support: "Pour le support : ces étapes demandent les droits d’un agent du support.",
  },
  onThisPage: "Sur cette page",
  closeToThis: "Sujets proches",
  report: "Signaler un problème",
  guide: {
    stepByStep: "Étape par étape",
    begin: "Suivre étape par étape",
    wholeArticle: "Lire l’article entier",
    done: "C’est fait, continuer",
    goOn: "Continuer",
    message: "Le message, ou son code",
    lookForCode: "Chercher le code",
    noMessage: "Je n’ai pas de message",
    solved: "Parfait, c’est résolu",
    solvedAdvice: "Rien n’a été envoyé, rien n’a été conservé.",
    ticket: "À nous de jouer",
    ticketAdvice:
      "La plateforme s’ouvre\u202f? Signalez-le alors depuis son panneau d’aide, qui joint ce qu’il a mesuré. Sinon, appelez votre support régional ou écrivez-lui, et copiez la liste ci-dessous dans votre message\u00a0: personne ne vous demandera d’essayer à nouveau.",
    tried: "Ce que vous avez essayé",
    again: "Recommencer",
    toHelp: "Retour au centre d’aide",
  },
  feedback: {
    question: "Cet article vous a-t-il été utile\u202f?",
    yes: "Oui",
    no: "Non",
    thanks: "Merci\u202f!",
    sorry: "Désolé. Dites-nous comment l’améliorer",
    reasonsLabel: "Qu’est-ce qui n’allait pas\u202f?",
    atLeastOne: "au moins une",
    selectReason: "Choisissez au moins une raison",
    reasons: {
      not_solved: "Ne résout pas mon problème",
      unclear: "Pas clair",
      outdated: "Faux ou périmé",
      incomplete: "Étape ou image manquante",
      hard_to_find: "Difficile à trouver",
      translation: "Traduction",
    },
    optional: "facultatif",
    comment: "Commentaire",
    commentHint: "Lu par son auteur, sans réponse. Ni mot de passe ni contenu de document.",
    email: "Prévenez-moi quand il sera corrigé",
    emailHint: "Votre e-mail\u00a0: nous y écrivons une fois, puis nous l’effaçons.",
    send: "Envoyer mes commentaires",
    verifying:
      "Nous vérifions qu’une personne écrit. Cela prend une ou deux secondes\u202f; il n’y a rien à résoudre.",
    failed:
      "Rien n’a été envoyé\u00a0: la connexion manquait. Ce que vous avez écrit est encore là\u00a0: appuyez de nouveau sur Envoyer.",
    sent: "Commentaires envoyés, merci\u00a0: nous corrigerons l’article",
  },
};

const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
