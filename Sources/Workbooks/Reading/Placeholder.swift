import CExpat
import CZip
