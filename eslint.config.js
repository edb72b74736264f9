import js from "@eslint/js";
import globals from "globals";

export default [
  js.configs.recommended,
  {
    files: ["resources/js/**/*.js"],
    languageOptions: {
      ecmaVersion: 2022,
      sourceType: "script",
      // L is Leaflet and QWebChannel the channel script; both are loaded before our own files.
      globals: { ...globals.browser, L: "readonly", QWebChannel: "readonly", qt: "readonly" },
    },
    rules: {
      eqeqeq: "error",
      "no-var": "error",
      "prefer-const": "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      // Text from data is set as text, never spliced into HTML.
      "no-restricted-properties": [
        "error",
        { property: "innerHTML", message: "Zet tekst met textContent." },
        { property: "outerHTML", message: "Zet tekst met textContent." },
        { property: "insertAdjacentHTML", message: "Zet tekst met textContent." },
      ],
      "no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
    },
  },
];
