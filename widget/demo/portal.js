/** The portal's own script: what any platform would have, plus the lines that tell help where it is and how to sign in. */

const { screen, signedIn, on } = document.body.dataset;

const help = (window.DiliTrustHelp ||= []);
help.push(["setContext", "screen", screen]);
help.push(["setContext", "signed_in", signedIn]);
help.push(["registerAction", "start_sign_in", () => location.assign("/idp/sign-in")]);
help.push(["registerAction", "alternative_code", () => location.assign("/login/authenticator")]);

// After load: help listens for errors by then, so that it sees the one which "Script error" provokes.
window.addEventListener("load", () => {
  for (const button of document.querySelectorAll("[data-agenda]")) checkAgenda(button);
  for (const choices of document.querySelectorAll("[data-meeting]")) offerAttendance(choices);
});

function checkAgenda(button) {
  const status = button.parentElement.querySelector("[role=status]");
  button.addEventListener("click", check);
  void check();

  async function check() {
    const isAnswered = await ask(`/api/agenda/${button.dataset.agenda}`);
    report(status, isAnswered);
  }
}

function offerAttendance(choices) {
  const status = choices.querySelector("[role=status]");
  // A release that forgot its list of answers: the error is a real one, now and at each click.
  const answers = on.includes("script_error") ? undefined : ["yes", "no", "proxy"];

  choices.addEventListener("click", async ({ target }) => {
    if (!target.matches("button") || !answers.includes(target.value)) return;
    const isSaved = await ask(`/api/attendance/${choices.dataset.meeting}`, {
      method: "PUT",
      body: target.value,
    });
    if (isSaved) press(target.value);
    report(status, isSaved);
  });
  press(choices.dataset.answer);

  function press(answer) {
    const isKnown = answers.includes(answer);
    for (const button of choices.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", String(isKnown && button.value === answer));
    }
  }
}

/** Whether the platform did what was asked; no answer at all counts as no. */
async function ask(url, options) {
  const response = await fetch(url, options).catch(() => Response.error());
  return response.ok;
}

function report(status, isDone) {
  status.textContent = isDone ? status.dataset.done : status.dataset.failed;
  status.classList.toggle("failed", !isDone);
}
