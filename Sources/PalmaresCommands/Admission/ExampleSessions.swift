/// The beginning of examples: the admissibility list of the data that are shipped.
let rankExample = """
  palmares admission rank Datasets/pdis/candidates.csv --scheme Datasets/pdis/scheme.yaml \\
    --general-bar 12 --science-bar 11.5 --seed graine -o list.csv
  """

/// The same, up to the final list.
let finalListExample =
  rankExample + """

    palmares admission admit list.csv --admission-bar 13.5 --orals Datasets/pdis/orals.csv \\
      -o final.csv
    """
