// Sets the colour scheme before the first paint; a file of its own because the page's policy allows no inline script.
(function () {
  var wanted = localStorage.getItem("mantine-color-scheme-value") || "auto";
  var dark = wanted === "dark" || (wanted === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light");
  document.documentElement.lang =
    (localStorage.getItem("vivier.language") || navigator.language || "en").slice(0, 2) === "fr" ? "fr" : "en";
})();
