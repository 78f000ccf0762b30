import { pathWordsFrench } from "../../content/path-words-fr.ts";
import type { GuideWords } from "./en-guide.ts";

export const guideWords: GuideWords = {
  path: pathWordsFrench,
  looking: "Vérification…",
  waiting: "Nous attendons la confirmation de la plateforme",
  waitsUntil: (time) =>
    `Nous vérifions toutes les quelques secondes. La suite vient d’elle-même, au plus tard à ${time}.`,
  meanwhile:
    "Pendant ce temps, utilisez la page. Vous pouvez fermer l’aide\u00a0: en la rouvrant, vous la retrouvez ici.",
  stopWaiting: "Ne plus attendre",
  goOnWithout: "Continuer sans",
  workingOnIt: "Un instant…",
  skip: "Passer cette étape",
  done: "C’est fait, continuer",
  goOn: "Continuer",
  yourWay: "Choisissez ce que vous utilisez",
  paste: "Le message, ou son code",
  find: "Chercher le code",
  noCode: "Il n’y a pas de code dedans. Collez tout le message, ou continuez sans.",
  noMessage: "Je n’ai pas de message",
  identity: {
    ask: "Nous pouvons regarder votre compte si vous confirmez votre e\u2011mail",
    why: "Vous recevez un code par e\u2011mail. Ce que la plateforme dit de votre compte n’est ensuite montré qu’à vous.",
    sendCode: "M’envoyer un code",
    sent: (email) => `Saisissez le code envoyé à ${email}`,
    sentHint:
      "Si rien n’arrive d’ici une minute, regardez parmi les indésirables, ou utilisez l’adresse de votre compte.",
    code: "Code",
    confirm: "Confirmer",
    otherAddress: "Utiliser une autre adresse",
    wrongCode: "Ce code est faux ou trop ancien. Vérifiez-le, ou faites-en envoyer un autre.",
    tooMany: "Trop d’essais. Attendez quelques minutes, ou continuez sans.",
  },
  readArticle: "Lire l’article",
  solved: "Résolu",
  nothingSent: "Rien n’a été envoyé.",
  close: "Fermer",
  somethingElse: "Autre chose ne va pas",
  handOver: "Le support prend la suite",
  handOverWhy:
    "Votre signalement contient ce qui a été fait ici\u00a0: personne ne vous demandera de recommencer.",
  sendIt: "Envoyer au support",
  soFar: (count) => (count === 1 ? "1 étape jusqu’ici" : `${count} étapes jusqu’ici`),
  missing: "Ces étapes n’ont pas pu être chargées.",
};
