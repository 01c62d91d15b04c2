/**
 * The records of the economic model: what a workspace is made of, each input with its unit and its
 * domain. Values only: no files, no clock, no locale, no toolkit. May use nothing but Java; a
 * record that exists is valid, because its constructor refuses anything outside the domain.
 */
@NullMarked
package app.waterline.model;

import org.jspecify.annotations.NullMarked;
