/// A student in a créneau: what holds a place, or none. A student's seats follow each other, by créneau.
public enum Seat: Sendable {}
