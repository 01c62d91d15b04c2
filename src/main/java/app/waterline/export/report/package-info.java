/**
 * The figures as people read them: tables of text, the one-page brief and the report for a browser.
 */
@NullMarked
package app.waterline.export.report;

import org.jspecify.annotations.NullMarked;
