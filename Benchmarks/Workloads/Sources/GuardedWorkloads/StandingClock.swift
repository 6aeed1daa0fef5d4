/// GLPK asks what time it is to say from time to time how far it is: the more often, the busier the machine. For it
/// and all else in this program no time passes.
///
/// - Parameter time: a `struct timeval`, two words.
@_cdecl("gettimeofday")
public func standingClock(_ time: UnsafeMutablePointer<Int>?, _ zone: UnsafeMutableRawPointer?) -> CInt {
  time?[0] = 1
  time?[1] = 0
  return 0
}
