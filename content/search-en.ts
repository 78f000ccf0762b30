import { stemmer } from "@orama/stemmers/english";
import type { SearchLanguage } from "./search.ts";

export const english: SearchLanguage = {
  split: (text) => text.replace(/'s\b/g, "").replace(/'/g, ""),
  stem: stemmer,
  // The usual list without "not", "no", "never", "off", "on" and "out", which turn a meaning round. The last
  // two lines are what people say around their problem.
  stopWords: new Set(
    (
      "a about after all also am an and any are as at be because been before being both but by came can could " +
      "did do does doing each for from had has have having he her here hers him himself his how i if in into is " +
      "it its itself just like me might more most my myself of only or other our ours own over same she should so " +
      "some such than that the their theirs them then there these they this those through to too under until up " +
      "us very was we were what when where which while who whom why will with would you your yours " +
      "im ive id ill dont doesnt didnt cant couldnt wont isnt arent wasnt make " +
      "hello hi dear please thanks thank sorry help need want try trying tried know really something anything"
    ).split(" "),
  ),
  synonyms: [
    ["sms", "text", "texto"],
    ["code", "otp", "passcode", "pin", "tfa", "2fa", "mfa"],
    ["login", "log", "logon", "sign", "signin", "connect"],
    ["certificate", "cert", "certificat"],
    ["sso", "saml", "federation", "idp"],
    ["renew", "replace", "rotate", "rollover"],
    ["delete", "clear", "remove", "erase", "purge", "empty", "flush", "wipe"],
    ["old", "older", "outdated", "previous", "last", "stale", "obsolete", "former", "yesterday"],
    ["refresh", "reload", "update"],
    ["display", "show", "see", "appear"],
    ["agenda", "papers", "documents", "minutes"],
    ["page", "screen", "website"],
    ["phone", "mobile", "cell", "cellphone", "telephone", "handset", "smartphone"],
    ["receive", "get", "arrive", "come", "deliver"],
    ["refuse", "reject", "decline"],
    ["support", "helpdesk", "hotline", "helpline"],
    ["contact", "reach", "call", "ring", "talk", "speak", "human", "agent"],
    ["severity", "severe", "serious", "critical", "priority", "prioritise", "prioritize"],
    ["answer", "respond", "response", "reply"],
    ["quick", "fast", "deadline", "delay", "sla"],
    ["mail", "email"],
  ],
};
