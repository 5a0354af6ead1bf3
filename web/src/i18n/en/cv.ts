export const cv = {
  keys: { doubt: "Next reading to check", accept: "It is right", correct: "Correct it" },
  cv: {
    check: "Check the next doubtful reading",
    years_one: "{{count}} year",
    years_other: "{{count}} years",
    months_one: "{{count}} month",
    months_other: "{{count}} months",
    practised: "At least {{time}} in dated posts that name it",
  },
};
