package app.waterline.model;

/** The answer to one of the deeper questions, with its evidence. */
public record Answer(Support support, Evidence evidence) {}
