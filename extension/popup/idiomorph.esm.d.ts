// The build puts idiomorph's released file beside popup.html; its types stay in the package.
export { Idiomorph } from "idiomorph";
