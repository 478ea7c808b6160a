// As where the method is lacking and nobody brings it: the name is taken, and it cannot be called.
Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', { value: undefined })
