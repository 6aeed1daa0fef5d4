/// A module, whatever its créneaux: positions are those of ``Catalogue/modules``.
public enum Module: Sendable {}
