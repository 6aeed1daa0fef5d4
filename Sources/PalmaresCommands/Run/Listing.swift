import Wording

/// Names in a row, the first ones and how many more there are.
func listed(_ names: [String], most: Int) -> String {
  names.count <= most
    ? names.joined(separator: ", ")
    : names.prefix(most).joined(separator: ", ") + ", … and \(names.count - most) more"
}
