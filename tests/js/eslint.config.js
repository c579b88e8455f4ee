// Few rules, each kept: what ESLint recommends, and what reads the same to everybody.

import js from "@eslint/js";
import globals from "globals";

export default [
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2023, globals: { ...globals.browser, ...globals.worker, ...globals.node, PYTHON: "readonly" } },
    rules: {
      eqeqeq: ["error", "smart"],
      "no-var": "error",
      "prefer-const": "error",
      "no-unused-vars": ["error", { argsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "no-control-regex": "off", // a terminal's colours begin with one
      "no-empty": ["error", { allowEmptyCatch: false }],
    },
  },
];
