/**
 * Vivier's design tokens, as a Mantine 9 theme and CSS variables (`--v-*`).
 * Change a value here, nowhere else: screens only ever use the variables.
 */
import { createTheme, type CSSVariablesResolver, type MantineColorsTuple, type MantineThemeOverride } from "@mantine/core";

/** Petrol, the colour of acting: primary buttons, links, selection, focus. Nothing else is petrol. */
const petrol: MantineColorsTuple = [
  "#f0f7f8",
  "#e2eff0",
  "#bfdde0",
  "#93c5cb",
  "#6cc4d0",
  "#3a98a5",
  "#137b8e",
  "#0b5d6b",
  "#094c58",
  "#073a43",
];
/** Koi, the only alarm: a promise that is late, a failure, a destructive act. */
const koi: MantineColorsTuple = [
  "#fef5f1",
  "#fcebe3",
  "#f8cdbb",
  "#f3ab8e",
  "#ff9270",
  "#dc5a32",
  "#c2421b",
  "#b4360f",
  "#932c0c",
  "#6f2109",
];
/** Mantine draws its dark scheme from this tuple: ink at 0, deepest ground at 9. */
const dark: MantineColorsTuple = [
  "#ecece8",
  "#b7bdbb",
  "#939b99",
  "#6b7473",
  "#3a4142",
  "#2a3031",
  "#1f2425",
  "#171b1c",
  "#111415",
  "#0d1011",
];
const gray: MantineColorsTuple = [
  "#f7f6f3",
  "#f1f0ec",
  "#e7e5df",
  "#d9d7d0",
  "#b9bab5",
  "#858b89",
  "#636a6a",
  "#474e4f",
  "#2b3132",
  "#1a1f20",
];

const light = {
  bg: "#f7f6f3",
  surface: "#ffffff",
  raised: "#ffffff",
  sunken: "#f1f0ec",
  line: "#e7e5df",
  "line-strong": "#858b89",
  ink: "#1a1f20",
  "ink-2": "#474e4f",
  "ink-3": "#636a6a",
  act: "#0b5d6b",
  "act-hover": "#094c58",
  "act-fill": "#0b5d6b",
  "act-soft": "#e2eff0",
  "act-soft-ink": "#0a5360",
  row: "#f7f6f3",
  "row-selected": "#edf5f5",
  koi: "#b4360f",
  "koi-fill": "#b4360f",
  "koi-soft": "#fcebe3",
  ochre: "#7f5200",
  "ochre-soft": "#faefd6",
  "ochre-mark": "#b57400",
  leaf: "#2a6b3c",
  "leaf-soft": "#e4f1e5",
  violet: "#6445b0",
  "violet-soft": "#ede9f9",
  blue: "#2959ab",
  "blue-soft": "#e5edfa",
  slate: "#55606e",
  "slate-soft": "#ebedf0",
  "stage-new": "#55606e",
  "stage-contact": "#2959ab",
  "stage-interview": "#6445b0",
  "stage-decision": "#b57400",
  "stage-offer": "#0b7285",
  "stage-hired": "#2a6b3c",
  "stage-closed": "#858b89",
  "chart-1": "#0b5d6b",
  "chart-2": "#b57400",
  "chart-3": "#6445b0",
  "chart-4": "#858b89",
  "chart-rest": "#d9d7d0",
  "mark-fill": "rgba(250, 205, 96, .34)",
  "mark-line": "#b57400",
  "shadow-1": "0 1px 2px rgba(26, 31, 32, .06)",
  "shadow-2": "0 1px 2px rgba(26, 31, 32, .06), 0 6px 20px rgba(26, 31, 32, .10)",
  "shadow-3": "0 2px 6px rgba(26, 31, 32, .08), 0 24px 60px rgba(26, 31, 32, .20)",
  scrim: "rgba(26, 31, 32, .38)",
  paper: "#fdfdfb",
};
const darkTokens: typeof light = {
  bg: "#111415",
  surface: "#171b1c",
  raised: "#1f2425",
  sunken: "#0d1011",
  line: "#2a3031",
  "line-strong": "#6f7877",
  ink: "#ecece8",
  "ink-2": "#b7bdbb",
  "ink-3": "#939b99",
  act: "#6cc4d0",
  "act-hover": "#8ad3dd",
  "act-fill": "#137b8e",
  "act-soft": "#15303a",
  "act-soft-ink": "#8ad3dd",
  row: "#1b2021",
  "row-selected": "#16282d",
  koi: "#ff9270",
  "koi-fill": "#c8471f",
  "koi-soft": "#3b1f16",
  ochre: "#e3b355",
  "ochre-soft": "#33280f",
  "ochre-mark": "#c8922b",
  leaf: "#7fc68f",
  "leaf-soft": "#17301e",
  violet: "#b9a6f2",
  "violet-soft": "#2b2443",
  blue: "#91b7f3",
  "blue-soft": "#1b2b44",
  slate: "#aab3bd",
  "slate-soft": "#262c30",
  "stage-new": "#aab3bd",
  "stage-contact": "#91b7f3",
  "stage-interview": "#b9a6f2",
  "stage-decision": "#e3b355",
  "stage-offer": "#6cc4d0",
  "stage-hired": "#7fc68f",
  "stage-closed": "#6f7877",
  "chart-1": "#6cc4d0",
  "chart-2": "#e3b355",
  "chart-3": "#b9a6f2",
  "chart-4": "#6f7877",
  "chart-rest": "#3a4142",
  "mark-fill": "rgba(250, 205, 96, .34)",
  "mark-line": "#b57400",
  "shadow-1": "none",
  "shadow-2": "0 0 0 1px #2a3031, 0 8px 24px rgba(0, 0, 0, .5)",
  "shadow-3": "0 0 0 1px #343b3c, 0 24px 60px rgba(0, 0, 0, .6)",
  scrim: "rgba(0, 0, 0, .6)",
  paper: "#e9e8e3",
};
export const tokens = { light, dark: darkTokens };

/** Scheme-independent: sizes, motion. */
export const measures = {
  "font-sans": '"Hanken Grotesk Variable", ui-sans-serif, system-ui, sans-serif',
  "font-serif": '"Newsreader Variable", ui-serif, Georgia, serif',
  "rail-width": "212px",
  "header-height": "52px",
  "row-height": "48px",
  "side-width": "320px",
  "t-fast": "90ms",
  "t-pop": "140ms",
  "t-panel": "220ms",
  ease: "cubic-bezier(.2, .8, .2, 1)",
  "undo-time": "8s",
};

const prefixed = (map: Record<string, string>) => Object.fromEntries(Object.entries(map).map(([k, v]) => [`--v-${k}`, v]));
const mantine = (t: typeof light) => ({
  "--mantine-color-body": t.surface,
  "--mantine-color-text": t.ink,
  "--mantine-color-dimmed": t["ink-3"],
  "--mantine-color-placeholder": t["ink-3"],
  "--mantine-color-anchor": t.act,
  "--mantine-color-error": t.koi,
  "--mantine-color-default": t.surface,
  "--mantine-color-default-hover": t.row,
  "--mantine-color-default-color": t.ink,
  "--mantine-color-default-border": t.line,
  "--mantine-color-petrol-filled": t["act-fill"],
  "--mantine-color-petrol-filled-hover": t === light ? t["act-hover"] : "#0f6b7c",
  "--mantine-color-petrol-light": t["act-soft"],
  "--mantine-color-petrol-light-color": t["act-soft-ink"],
  "--mantine-color-petrol-text": t.act,
  "--mantine-color-petrol-outline": t.act,
  "--mantine-primary-color-filled": t["act-fill"],
  "--mantine-color-koi-filled": t["koi-fill"],
  "--mantine-color-koi-light": t["koi-soft"],
  "--mantine-color-koi-light-color": t.koi,
  "--mantine-color-koi-text": t.koi,
});
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: prefixed(measures),
  light: { ...prefixed(light), ...mantine(light) },
  dark: { ...prefixed(darkTokens), ...mantine(darkTokens) },
});

const control = {
  xs: ["26px", "12px", "8px"],
  sm: ["32px", "13px", "12px"],
  md: ["40px", "14px", "16px"],
  lg: ["48px", "16px", "20px"],
} as const;
const sized = (size: unknown) => control[(typeof size === "string" && size in control ? size : "sm") as keyof typeof control];

/** Named by string, so that the theme pulls no component into the first load. */
type Component = NonNullable<MantineThemeOverride["components"]>[string];
interface Drawn {
  size?: unknown;
  multiline?: unknown;
  error?: unknown;
}
const component = (options: Component): Component => options;

export const theme = createTheme({
  colors: { petrol, koi, dark, gray },
  primaryColor: "petrol",
  primaryShade: { light: 7, dark: 6 },
  black: light.ink,
  fontFamily: measures["font-sans"],
  headings: {
    fontFamily: measures["font-sans"],
    fontWeight: "600",
    sizes: {
      h1: { fontSize: "20px", lineHeight: "28px" },
      h2: { fontSize: "16px", lineHeight: "24px" },
      h3: { fontSize: "14px", lineHeight: "20px" },
      h4: { fontSize: "13px", lineHeight: "20px" },
    },
  },
  fontSizes: { xs: "12px", sm: "13px", md: "14px", lg: "16px", xl: "20px" },
  lineHeights: { xs: "16px", sm: "20px", md: "22px", lg: "24px", xl: "28px" },
  spacing: { xs: "4px", sm: "8px", md: "12px", lg: "16px", xl: "24px" },
  radius: { xs: "3px", sm: "6px", md: "8px", lg: "12px", xl: "20px" },
  defaultRadius: "sm",
  shadows: { xs: "var(--v-shadow-1)", sm: "var(--v-shadow-1)", md: "var(--v-shadow-2)", lg: "var(--v-shadow-2)", xl: "var(--v-shadow-3)" },
  breakpoints: { xs: "30em", sm: "48em", md: "64em", lg: "80em", xl: "90em" },
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    Button: component({
      defaultProps: { size: "sm" },
      vars: (_: unknown, { size }: Drawn) => ({
        root: { "--button-height": sized(size)[0], "--button-fz": sized(size)[1], "--button-padding-x": sized(size)[2] },
      }),
      styles: { root: { fontWeight: 560 }, label: { lineHeight: "20px" } },
    }),
    ActionIcon: component({ defaultProps: { variant: "subtle", color: "gray", size: 28 } }),
    Input: component({
      vars: (_: unknown, { size, multiline, error }: Drawn) => ({
        wrapper: {
          "--input-height": multiline ? undefined : sized(size)[0],
          "--input-size": multiline ? undefined : sized(size)[0],
          "--input-fz": sized(size)[1],
          "--input-bd": error ? undefined : "var(--v-line-strong)",
        },
      }),
    }),
    InputWrapper: component({
      styles: {
        label: { fontSize: 13, fontWeight: 560, marginBottom: 4 },
        description: { fontSize: 12, color: "var(--v-ink-3)", marginBottom: 4 },
        error: { fontSize: 12, marginTop: 4 },
      },
    }),
    TextInput: component({ defaultProps: { size: "sm" } }),
    Textarea: component({ defaultProps: { size: "sm" } }),
    Select: component({ defaultProps: { size: "sm", allowDeselect: false } }),
    NativeSelect: component({ defaultProps: { size: "sm" } }),
    Checkbox: component({ defaultProps: { size: "xs", radius: "xs" }, styles: { input: { borderColor: "var(--v-line-strong)" } } }),
    Radio: component({ defaultProps: { size: "xs" }, styles: { radio: { borderColor: "var(--v-line-strong)" } } }),
    Switch: component({ defaultProps: { size: "sm" } }),
    Badge: component({
      defaultProps: { variant: "light", size: "sm", radius: "xs" },
      styles: { root: { textTransform: "none", letterSpacing: 0, fontWeight: 560, fontSize: 12, height: 20 } },
    }),
    Kbd: component({ defaultProps: { size: "xs" } }),
    Tabs: component({ styles: { tab: { fontSize: 13, padding: "10px 2px", marginInlineEnd: 18, fontWeight: 500 } } }),
    SegmentedControl: component({ defaultProps: { size: "xs" } }),
    Tooltip: component({ defaultProps: { openDelay: 400, withArrow: false } }),
    Popover: component({ defaultProps: { shadow: "md", radius: "md", transitionProps: { duration: 140 } } }),
    // Without its placeholder, which no menu may hold, a menu opens on its first item (ARIA APG, menu button).
    Menu: component({
      defaultProps: { shadow: "md", radius: "md", transitionProps: { duration: 140 }, withInitialFocusPlaceholder: false },
    }),
    Modal: component({ defaultProps: { radius: "lg", shadow: "xl", centered: true, transitionProps: { duration: 140 } } }),
  },
});
