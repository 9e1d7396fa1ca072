// What the page does beyond links and forms. Everything here is a convenience: without script the page reads and works.
import "./theme.js";
import "./search.js";
import "./copy.js";
import "./correct.js";
