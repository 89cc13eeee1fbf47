// Work stations in many unions run Chromium 90, so the built CSS may hold no cascade layers,
// no oklch and no color-mix. Tailwind's own optimiser flattens nesting and range media queries.
// biome-ignore lint/style/noDefaultExport: the tool reads the default export
export default {
  plugins: {
    "@tailwindcss/postcss": { optimize: { minify: false } },
    "@csstools/postcss-oklab-function": { preserve: false },
    "@csstools/postcss-color-mix-function": { preserve: false },
    "@csstools/postcss-cascade-layers": {},
  },
};
