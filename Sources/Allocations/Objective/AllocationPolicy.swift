/// The objective of an allocation. Each policy ends with the same arbitration by merit, which leaves one allocation.
///
/// The arbitration goes through the students in merit order: each gets the best rank that the objective and the students
/// before leave open, and then, in the same order, the lowest module among tied wishes.
public enum AllocationPolicy: String, Sendable, CaseIterable, Codable {
  /// Most seats filled, then the least sum of rank costs (règlement 2.4.3, « satisfaction maximale »): an assignment of
  /// least cost among those of the most places (Kuhn, The Hungarian Method for the Assignment Problem, Nav. Res. Logist.
  /// Q. 2, 1955, doi:10.1002/nav.3800020109), here with places, minimums and quotas.
  case satisfaction
  /// Most first wishes, then most second wishes, and so on (Irving, Kavitha, Mehlhorn, Michail and Paluch, Rank-Maximal
  /// Matchings, ACM Trans. Algorithms 2, 2006, doi:10.1145/1198513.1198520). They add the ranks one after the other to a
  /// matching of one place each; here each rank is a level of a lexicographic objective, so that places, minimums and
  /// quotas hold as for the other policies.
  case rankMaximal = "rank-maximal"
  /// Most seats filled, then fewest at the worst rank, then at the next worst, and so on: a generous, or fair, matching
  /// (Mehlhorn and Michail, Network Problems with Non-Polynomial Weights and Applications, 2006). They scale one flow
  /// whose weights grow with the ranks; here each rank is a level, and several levels share a solution only while their
  /// weights stay exact.
  case generous
  /// Serial dictatorship: nothing but the arbitration by merit (Abdulkadiroğlu and Sönmez, Random Serial Dictatorship and
  /// the Core from Random Endowments in House Allocation Problems, Econometrica 66, 1998, doi:10.2307/2998580). Theirs
  /// orders students by lot and knows no ties; here GPA and absences order them, and a student may tie wishes: which of
  /// these they get stays open until everyone's rank is settled.
  case merit
}
