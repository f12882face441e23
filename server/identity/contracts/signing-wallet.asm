; A contract wallet with one owner, written by hand for the tests: the smallest thing that answers as Safe and Ambire do.
;
;   isValidSignature(bytes32 hash, bytes signature) returns (bytes4)      0x1626ba7e
;     an empty signature   the magic value when the hash was approved on the chain, else a revert
;     65 bytes and more    the magic value when the first 65 are the owner's over this hash, else 0xffffffff
;     anything shorter     0xffffffff
;   approveHash(bytes32 hash)                                             0xd4d9bdcd
;     open to everybody: this wallet holds nothing
;
; Made to bytes by assembler-testing.ts whenever the tests run. A number is pushed, @name is the place of a label,
; @size and @start are the length of the second part and where it begins behind the first.

; --- constructor: the owner is the last word of the code that deploys it -------------------------------------------
0x20 DUP1 CODESIZE SUB 0x00 CODECOPY
0x00 MLOAD 0x00 SSTORE
@size DUP1 @start 0x00 CODECOPY 0x00 RETURN
====
0x00 CALLDATALOAD 0xe0 SHR
DUP1 0x1626ba7e EQ @isValidSignature JUMPI
0xd4d9bdcd EQ @approveHash JUMPI
0x00 0x00 REVERT

approveHash:
0x01 0x04 CALLDATALOAD SSTORE STOP

isValidSignature:
0x24 CALLDATALOAD 0x04 ADD                            ; where the signature's length stands
DUP1 CALLDATALOAD
DUP1 ISZERO @approved JUMPI
0x41 SWAP1 LT @refused JUMPI
0x04 CALLDATALOAD 0x00 MSTORE                         ; hash
DUP1 0x60 ADD CALLDATALOAD 0x00 BYTE 0x20 MSTORE      ; v
DUP1 0x20 ADD CALLDATALOAD 0x40 MSTORE                ; r
0x40 ADD CALLDATALOAD 0x60 MSTORE                     ; s
0x20 0x80 0x80 0x00 0x01 GAS STATICCALL POP           ; ecrecover
0x80 MLOAD 0x00 SLOAD EQ @valid JUMPI

refused:
0xffffffff 0xe0 SHL 0x00 MSTORE 0x20 0x00 RETURN

approved:
0x04 CALLDATALOAD SLOAD @valid JUMPI
0x00 0x00 REVERT

valid:
0x1626ba7e 0xe0 SHL 0x00 MSTORE 0x20 0x00 RETURN
