import { stemmer } from "@orama/stemmers/french";
import type { SearchLanguage } from "./search.ts";

export const french: SearchLanguage = {
  split: (text) => text.replace(/\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)'/g, " "),
  stem: stemmer,
  // The usual list without "sans", "plus", "jamais" and "rien", which turn a meaning round; "pas" is in it, since
  // every complaint has one. The last line is what people say around their problem.
  stopWords: new Set(
    (
      "a ai aie ait alors apres au aucun aux avais avait avant avec avez avoir avons c ca car ce ceci cela ces cet " +
      "cette chez ci comme comment d dans de depuis des donc du elle elles en entre es est et etaient etais etait " +
      "ete etes etre eu eux faire fait faites fais font il ils j je jai jusque l la le les leur leurs lui m ma mais " +
      "me meme mes moi mon n ne nos notre nous on ont ou par parce pas pendant peut peux pour pourquoi qu quand que " +
      "quel quelle quelles quels qui quoi s sa se sera ses si son sont sous sur t ta te tes toi ton tous tout toute " +
      "toutes tres tu un une va vais vers veut veux vos votre vous y " +
      "bonjour bonsoir merci svp stp sil plait aide aider besoin dois doit faut peuvent voudrais savoir chose cest"
    ).split(" "),
  ),
  synonyms: [
    ["sms", "texto", "message"],
    ["code", "otp", "pin", "2fa", "mfa"],
    ["connexion", "connecter", "login", "identifier", "authentification"],
    ["certificat", "certif", "cert"],
    ["sso", "saml", "federation", "idp"],
    ["renouveler", "remplacer", "rotation"],
    ["expirer", "perimer", "echeance", "echu"],
    ["vider", "effacer", "supprimer", "purger", "nettoyer", "enlever"],
    ["ancien", "vieux", "vieille", "precedent", "obsolete", "dernier", "passe", "hier", "perime"],
    ["actualiser", "recharger", "rafraichir"],
    ["afficher", "voir", "vois", "montrer", "apparaitre"],
    ["rester", "bloque", "fige", "coince"],
    ["document", "agenda", "ordre"],
    ["page", "ecran"],
    ["telephone", "portable", "mobile", "smartphone", "tel"],
    ["recevoir", "recu", "recois", "arriver", "parvenir"],
    ["support", "assistance", "helpdesk", "hotline"],
    ["appeler", "joindre", "contacter", "rappeler"],
    ["gravite", "grave", "severite", "priorite", "critique"],
    ["delai", "sla"],
    ["mail", "email", "courriel"],
    ["panne", "interruption", "coupure"],
  ],
};
