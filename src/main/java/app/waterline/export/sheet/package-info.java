/**
 * The comparison as an Excel workbook whose figures are live formulas, from the inputs with their
 * evidence to the results. It restates {@code docs/model.md} in the language of a spreadsheet, and its
 * tests hold it to the engine.
 */
@NullMarked
package app.waterline.export.sheet;

import org.jspecify.annotations.NullMarked;
