/** Code that breaks the rules of the architecture on purpose, to show that the rules catch it. */
package app.waterline.engine.planted;
