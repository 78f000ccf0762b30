/** The words of what follows a no under an article, in English: the original. They come with their view. */
export const feedback = {
  title: "Improve this article",
  stuck: "Still stuck? Report the problem",
  sorry: "Sorry about that. Tell us how to improve",
  reasonsLabel: "What was wrong with it?",
  atLeastOne: "at least one",
  selectReason: "Select at least one reason",
  reasons: {
    not_solved: "Did not solve my problem",
    unclear: "Unclear",
    outdated: "Wrong or outdated",
    incomplete: "Missing step or picture",
    hard_to_find: "Hard to find",
    translation: "Translation",
  },
  comment: "Comment",
  commentHint: "Read by its author, not answered. Leave out passwords and the contents of documents.",
  email: "Tell me when it is corrected",
  emailHint: "Your e\u2011mail: we write to it once, then delete it.",
  send: "Send comments",
  verifying: "Verifying that a person writes: a second or two, nothing to solve.",
  sent: "Comments sent, thank you: we will fix the article",
  refused: {
    unreachable: "Nothing was sent: there is no connection. Press Send again.",
    "votes-exceeded": "This article was rated enough from your network today. Try again tomorrow.",
    "too-many-requests": "Much was sent from your network just now. Wait a minute and send again.",
    "body-too-large": "The comment is too long. Shorten it.",
    else: "The verification failed. Press Send again.",
  },
};

export type FeedbackText = typeof feedback;
