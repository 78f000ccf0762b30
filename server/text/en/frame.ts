export const frame = {
  skip: "Skip to content",
  brand: "DiliTrust",
  help: "Help",
  helpCentre: "Help centre",
  status: "Status",
  otherLanguage: "Français",
  doorsTitle: "A problem reported in a page, answered in the same page.",
  doorsLead:
    "This copy runs on sample data: fictional companies, 15 tickets, one past incident. Start with the first door; it takes a minute.",
  doorsLeadPlain: "Help inside your platforms, for the people who use them and the people who support them.",
  problemDoor: "I have a problem",
  problemDoorText:
    "Open a board portal whose company sign-in is broken. Help tells you why before you ask; report it in a few taps and watch the answer arrive.",
  problemDoorAct: "Open the board portal",
  problemDoorHint: (host: string) => `${host}, another origin, as in real life`,
  problemDoorPlain: "Read how others solved it, or see whether something is down.",
  problemDoorPlainAct: "Open the help centre",
  supportDoor: "I support",
  supportDoorText:
    "A report as support sees it: who is blocked, until when, the cause with its evidence, and a reply ready to edit.",
  supportDoorAct: "Sign in as support",
  supportDoorHint: "one click while this is a demonstration",
  embedDoor: "I embed",
  embedDoorText: "One line in your page. Before anyone opens it: one request, 3 kB, nothing stored.",
  copy: "Copy",
  copied: "Copied",
  upSince: (time: string) => `Up since ${time}`,
  demoNote: "DEMO=0 removes the sample data.",
  securityTeam: "Security team",
  reportTitle: (key: string) => `Your report ${key}`,
  reportLead: "Your report opens in the help panel. Answers arrive there by themselves.",
  reportNoScript:
    "This page needs JavaScript to show your report. Reply to our e-mail instead: it reaches the same team.",
};

export type FrameText = typeof frame;
